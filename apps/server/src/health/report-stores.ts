import { sql } from 'kysely';
import type { StoreId } from '@regulars/core/shared';
import type { Database } from '../foundation/database/database.ts';
import type { HealthCheck } from '../http/ports.ts';
import { describeRewardTrouble, listRewardTroubles, type RewardTrouble } from '../rewards/door.ts';
import type { Store } from '../stores/door.ts';

interface StoreCounts {
  readonly storeId: StoreId;
  readonly poison: number;
  readonly waiting: number;
  readonly unknown: number;
  readonly rejected: number;
  readonly paused: string | null;
  readonly hasMailAccount: boolean;
}

/** What needs a person in each store; a store without trouble gets one good sentence. */
export async function reportStores(database: Database, stores: readonly Store[]): Promise<readonly HealthCheck[]> {
  if (stores.length === 0) return [];
  const { counts, rewards } = await database.withStores(
    stores.map(({ id }) => id),
    async (tx) => {
      const { rows } = await sql<StoreCounts>`
      select s.id as "storeId",
        (select count(*) from delivery d where d.store_id = s.id and d.state = 'poison') as poison,
        (select count(*) from delivery d where d.store_id = s.id and d.state in ('received', 'waiting') and d.due_at < clock_now() - interval '1 minute') as waiting,
        (select count(*) from effect e where e.store_id = s.id and e.state in ('unknown', 'unknown_final') and e.created_at > clock_now() - interval '30 days') as unknown,
        (select count(*) from effect e where e.store_id = s.id and e.kind = 'mail' and e.state = 'rejected' and e.created_at > clock_now() - interval '7 days') as rejected,
        (select string_agg(c.paused_reason, ', ') from connection c where c.store_id = s.id and c.paused_reason is not null) as paused,
        exists (select 1 from connection c where c.store_id = s.id and c.purpose = 'mail') as "hasMailAccount"
      from unnest(current_stores()) as s (id)`.execute(tx);
      return { counts: rows, rewards: await listRewardTroubles(tx) };
    },
  );
  const byStore = new Map(counts.map((count) => [count.storeId, count]));
  return stores.flatMap((store) => {
    const found = byStore.get(store.id);
    const troubles = [
      ...(found === undefined ? [] : describeTroubles(store, found)),
      ...rewards.filter(({ storeId }) => storeId === store.id).map((trouble) => toCheck(store, trouble)),
    ];
    const mail = found?.hasMailAccount === false ? [describeLocalMail(store)] : [];
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

function describeTroubles(store: Store, { poison, waiting, unknown, rejected, paused }: StoreCounts): HealthCheck[] {
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
            sentence: `${store.name}: a connection rests (${paused}). Check its credentials on the connections page; what waits is sent after that.`,
          },
        ]),
    ...check(
      'deliveries.poison',
      'attention',
      poison,
      `${plural(poison, 'delivery', 'deliveries')} could not be used. See why on the connections page, and replay when it is mended.`,
    ),
    ...check(
      'deliveries.waiting',
      'attention',
      waiting,
      `${plural(waiting, 'delivery waits', 'deliveries wait')} longer than a minute, e.g. refunds whose order is not known yet.`,
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
      rejected,
      `${plural(rejected, 'mail was', 'mails were')} refused in the last seven days.`,
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
