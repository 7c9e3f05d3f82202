import { dayMs, plus, type Instant, type Random } from '@regulars/core/shared';
import { waitForSales } from '../calendar/wait-for-sales.ts';
import { drawMbgNbd, type MbgNbd } from '../laws/mbg-nbd.ts';
import { drawParetoNbd, type ParetoNbd } from '../laws/pareto-nbd.ts';
import { drawRenewals } from '../laws/beta-geometric.ts';
import { choose } from '../laws/choose.ts';
import type { PurchaseHistory } from '../laws/purchase-history.ts';
import type { Subscription } from '../archetypes/archetype.ts';
import type { Rhythm } from '../simulated-customer.ts';
import type { StoreWorld } from '../store-world.ts';

export interface Purchase {
  readonly at: Instant;
  readonly isRenewal: boolean;
}

/** When one customer orders, ascending and from `arrivedAt` on, and why then. */
export interface PurchaseTimes {
  readonly rhythm: Rhythm;
  readonly purchases: readonly Purchase[];
}

/** The same customer with a longer simulation buys the same until then. */
export function drawPurchaseTimes(world: StoreWorld, random: Random, arrivedAt: Instant): PurchaseTimes {
  const { subscription, shares } = world.archetype;
  if (subscription !== null && random.next() < subscription.share) {
    return subscribe(world, subscription, random, arrivedAt);
  }
  const isDiscountHunter = random.next() < shares.discountHunter;
  return comeAndGo(world, isDiscountHunter, random, arrivedAt);
}

/** By the archetype's law, in the store's time. */
function comeAndGo(world: StoreWorld, isDiscountHunter: boolean, random: Random, arrivedAt: Instant): PurchaseTimes {
  const { time, archetype } = world;
  const bornDays = time.daysAt(arrivedAt);
  const history = drawHistory(archetype.law, random, time.daysAt(world.end) - bornDays);
  const repeats = history.agesDays.flatMap((age) => time.instantAt(bornDays + age) ?? []);
  const times = isDiscountHunter ? waitForSales(world.sales, random.fork('sales'), repeats) : repeats;
  const dropOutAt = history.dropOutDays === Infinity ? null : time.instantAt(bornDays + history.dropOutDays);
  return {
    rhythm: { ratePerDay: history.ratePerDay, dropOutAt, subscribesTo: null, isDiscountHunter },
    purchases: [arrivedAt, ...times].filter((at) => at < world.end).map((at) => ({ at, isRenewal: false })),
  };
}

function drawHistory(law: ParetoNbd | MbgNbd, random: Random, horizonDays: number): PurchaseHistory {
  return law.kind === 'paretoNbd' ? drawParetoNbd(law, random, horizonDays) : drawMbgNbd(law, random, horizonDays);
}

/** Renewals come to the minute, whatever the season. */
function subscribe(world: StoreWorld, subscription: Subscription, random: Random, arrivedAt: Instant): PurchaseTimes {
  const plan = choose(
    random,
    subscription.plans.map((plan) => [plan, plan.weight] as const),
  );
  const intervalMs = plan.intervalDays * dayMs;
  const most = Math.max(0, Math.ceil((world.end - arrivedAt) / intervalMs) - 1);
  const renewals = drawRenewals(subscription.law, random, most);
  const purchases = Array.from({ length: renewals + 1 }, (_, index) => ({
    at: plus(arrivedAt, index * intervalMs),
    isRenewal: index > 0,
  }));
  const dropOutAt = renewals === most ? null : plus(arrivedAt, (renewals + 1) * intervalMs);
  const ratePerDay = 1 / plan.intervalDays;
  return { rhythm: { ratePerDay, dropOutAt, subscribesTo: plan.productId, isDiscountHunter: false }, purchases };
}
