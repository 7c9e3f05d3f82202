import type { StoreId } from '@regulars/core/shared';
import type { Database } from '../foundation/database/database.ts';
import { countEffectTroubles, type EffectTroubles } from '../foundation/effects/count-troubles.ts';
import type { HealthCheck } from '../http/ports.ts';
import { countDeliveryTroubles, type DeliveryTroubles } from '../intake/door.ts';
import { describeRewardTrouble, listRewardTroubles, type RewardTrouble } from '../rewards/door.ts';
import { listConnectionStandings, type Store } from '../stores/door.ts';
import { countPullTroubles, type PullTroubles } from '../sync/door.ts';

interface StoreCounts extends Partial<Omit<DeliveryTroubles & EffectTroubles & PullTroubles, 'storeId'>> {
  readonly paused: string | null;
}

const byStore = <Row extends { readonly storeId: StoreId }>(rows: readonly Row[]): ReadonlyMap<StoreId, Row> =>
  new Map(rows.map((row) => [row.storeId, row]));

/** What needs a person in each store; a store without trouble gets one good sentence. */
export async function reportStores(database: Database, stores: readonly Store[]): Promise<readonly HealthCheck[]> {
  if (stores.length === 0) return [];
  const [deliveries, effects, pulls, connections, rewards] = await database.withStores(
    stores.map(({ id }) => id),
    async (tx) =>
      [
        byStore(await countDeliveryTroubles(tx)),
        byStore(await countEffectTroubles(tx)),
        byStore(await countPullTroubles(tx)),
        await listConnectionStandings(tx),
        await listRewardTroubles(tx),
      ] as const,
  );
  return stores.flatMap((store) => {
    const mine = connections.filter(({ storeId }) => storeId === store.id);
    const rests = mine.flatMap(({ pausedReason }) => pausedReason ?? []);
    const counts = {
      ...deliveries.get(store.id),
      ...effects.get(store.id),
      ...pulls.get(store.id),
      paused: rests.length === 0 ? null : rests.join(', '),
    };
    const troubles = [
      ...describeTroubles(store, counts),
      ...rewards.filter(({ storeId }) => storeId === store.id).map((trouble) => toCheck(store, trouble)),
    ];
    const mail = mine.some(({ purpose }) => purpose === 'mail') ? [] : [describeLocalMail(store)];
    return troubles.length > 0
      ? [...troubles, ...mail]
      : [
          {
            name: 'store',
            storeId: store.id,
            state: 'good' as const,
            code: 'store.good',
            values: {},
            sentence: `${store.name}: all is well.`,
          },
          ...mail,
        ];
  });
}

/** No trouble, but whoever waits for mail in their own inbox should know. */
function describeLocalMail(store: Store): HealthCheck {
  return {
    name: 'mailAccount',
    storeId: store.id,
    state: 'good',
    code: 'mail.local_only',
    values: {},
    sentence: `${store.name}: mail is caught in the mailbox here and goes to nobody. Connect a mail account when you are ready to send.`,
  };
}

function describeTroubles(
  store: Store,
  { poison = 0, waiting = 0, failedPulls = 0, unknown = 0, rejectedMails = 0, paused }: StoreCounts,
): HealthCheck[] {
  const check = (code: string, state: 'attention' | 'bad', count: number, sentence: string): HealthCheck[] =>
    count === 0
      ? []
      : [{ name: 'store', storeId: store.id, state, code, values: { count }, sentence: `${store.name}: ${sentence}` }];
  return [
    ...(paused === null
      ? []
      : [
          {
            name: 'store',
            storeId: store.id,
            state: 'bad' as const,
            code: 'connection.paused',
            values: { reason: paused },
            sentence: `${store.name}: a connection rests (${paused}). Check its credentials on the connections page; what waits and is not out of date is sent after that.`,
          },
        ]),
    ...check(
      'deliveries.poison',
      'attention',
      poison,
      `${plural(poison, 'delivery', 'deliveries')} could not be used. See why on the connections page, and replay them when it is mended, or put them aside.`,
    ),
    ...check(
      'deliveries.waiting',
      'attention',
      waiting,
      `${plural(waiting, 'delivery waits', 'deliveries wait')} longer than a minute, e.g. refunds whose order is not known yet.`,
    ),
    ...check(
      'pulls.failed',
      'attention',
      failedPulls,
      `${plural(failedPulls, 'reading of the shop was', 'readings of the shop were')} refused. See why on the connections page, mend it in the shop, and try again: it goes on where it stopped.`,
    ),
    ...check(
      'effects.unknown',
      'attention',
      unknown,
      `of ${plural(unknown, 'mail or coupon', 'mails and coupons')} nobody can say whether it went out. They are not repeated.`,
    ),
    ...check(
      'effects.rejected',
      'attention',
      rejectedMails,
      `${plural(rejectedMails, 'mail was', 'mails were')} refused in the last seven days.`,
    ),
  ];
}

function toCheck(store: Store, trouble: RewardTrouble): HealthCheck {
  const sentence = `${store.name}: ${describeRewardTrouble(trouble)}`;
  const { reason, count } = trouble;
  return {
    name: 'store',
    storeId: store.id,
    state: 'attention',
    code: 'rewards.waiting',
    values: { reason, count },
    sentence,
  };
}

function plural(count: number, one: string, many: string): string {
  return `${count} ${count === 1 ? one : many}`;
}
