import { dayMs, plus, type Instant, type Random } from '@regulars/core/shared';
import { nextSale, saleAt } from '../calendar/sale.ts';
import { drawMbgNbd } from '../laws/mbg-nbd.ts';
import { drawParetoNbd } from '../laws/pareto-nbd.ts';
import { drawRenewals } from '../laws/beta-geometric.ts';
import { pick } from '../laws/choose.ts';
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

export function drawPurchaseTimes(world: StoreWorld, random: Random, arrivedAt: Instant): PurchaseTimes {
  const { archetype } = world;
  const isSubscriber = random.next() < (archetype.subscription?.share ?? 0);
  const isDiscountHunter = !isSubscriber && random.next() < archetype.shares.discountHunter;
  if (isSubscriber) return subscribe(world, random, arrivedAt);
  const { law } = archetype;
  const bornDays = world.time.daysAt(arrivedAt);
  const horizonDays = world.time.daysAt(world.end) - bornDays;
  const history =
    law.kind === 'paretoNbd' ? drawParetoNbd(law, random, horizonDays) : drawMbgNbd(law, random, horizonDays);
  const repeats = history.agesDays.flatMap((age) => world.time.instantAt(bornDays + age) ?? []);
  const times = isDiscountHunter ? waitForSales(world, random.fork('sales'), repeats) : repeats;
  return {
    rhythm: {
      ratePerDay: history.ratePerDay,
      dropOutAt: history.dropOutDays === Infinity ? null : world.time.instantAt(bornDays + history.dropOutDays),
      isSubscriber,
      isDiscountHunter,
    },
    purchases: [arrivedAt, ...times].map((at) => ({ at, isRenewal: false })),
  };
}

/** Renewals come to the minute, whatever the season. */
function subscribe(world: StoreWorld, random: Random, arrivedAt: Instant): PurchaseTimes {
  const { subscription } = world.archetype;
  if (subscription === null) throw new RangeError(`${world.archetype.key} has no subscription.`);
  const intervalDays = pick(random, [14, 28, 28]);
  const most = Math.floor((world.end - 1 - arrivedAt) / (intervalDays * dayMs));
  const renewals = drawRenewals(subscription.law, random, Math.max(0, most));
  const purchases = Array.from({ length: renewals + 1 }, (_, index) => ({
    at: plus(arrivedAt, index * intervalDays * dayMs),
    isRenewal: index > 0,
  }));
  const endedAt = plus(arrivedAt, (renewals + 1) * intervalDays * dayMs);
  return {
    rhythm: {
      ratePerDay: 1 / intervalDays,
      dropOutAt: endedAt < world.end ? endedAt : null,
      isSubscriber: true,
      isDiscountHunter: false,
    },
    purchases,
  };
}

/** Each purchase is put off to some day of the next sale, at the same hour; of those that meet, one is made. */
function waitForSales(world: StoreWorld, random: Random, wishes: readonly Instant[]): readonly Instant[] {
  const made: Instant[] = [];
  for (const [index, wish] of wishes.entries()) {
    const sale = nextSale(world.sales, wish);
    if (sale === null) break;
    if (made.some((at) => at >= sale.from && at < sale.until)) continue;
    if (saleAt(world.sales, wish) !== null) {
      made.push(wish);
      continue;
    }
    const saleDays = Math.round((sale.until - sale.from) / dayMs);
    const hourMs = wish % dayMs;
    const at = plus(sale.from, random.fork(index).below(saleDays) * dayMs + ((hourMs - (sale.from % dayMs) + dayMs) % dayMs));
    if (at < world.end) made.push(at);
  }
  return made;
}
