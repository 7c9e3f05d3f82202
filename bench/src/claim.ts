import { newId } from '@regulars/server/foundation/ids.ts';
import { toInstant, type StoreId } from '@regulars/core/shared';
import { claimEffects } from '@regulars/server/foundation/effects/claim-effects.ts';
import { planEffects, toEffectId } from '@regulars/server/foundation/effects/plan-effects.ts';
import { settleEffects } from '@regulars/server/foundation/effects/settle-effects.ts';
import { refreshStatistics } from '@regulars/server/foundation/database/refresh-statistics.ts';
import pg from 'pg';
import { openInstance } from './bench-store.ts';
import type { BenchDatabase } from './instance.ts';
import type { Figure } from './report.ts';

const due = 40_000;
const batch = 200;
const workers = 4;

/** Due work claimed and completed per second: the outbox's own claim and settle, and the bare statements beside it. */
export async function measureClaim(bench: BenchDatabase): Promise<readonly Figure[]> {
  const instance = await openInstance(bench);
  const storeId: StoreId = newId();
  for (let planned = 0; planned < due; planned += 1_000) {
    const effects = Array.from({ length: 1_000 }, () => {
      const key = newId();
      return {
        id: toEffectId(storeId, key),
        kind: 'mail' as const,
        key,
        customerId: null,
        dueAt: toInstant(0),
        payload: {},
      };
    });
    await instance.database.withStore(storeId, (tx) => planEffects(tx, storeId, effects));
  }
  await analyze(bench);
  const ours = await perSecond(async () => {
    const { leaseToken, effects } = await instance.database.withStore(storeId, (tx) =>
      claimEffects(tx, storeId, { kind: 'mail', phase: 'planned', limit: batch, leaseMs: 60_000 }),
    );
    await instance.database.withStore(storeId, (tx) =>
      settleEffects(
        tx,
        storeId,
        leaseToken,
        effects.map(({ id }) => ({ id, state: 'accepted' as const, providerReference: null })),
      ),
    );
    return effects.length;
  });
  await instance.close();

  const pool = new pg.Pool({ connectionString: bench.connectionString, max: workers });
  pool.on('connect', (client) => client.on('error', () => undefined));
  await pool.query(
    "create table plain_work (id bigserial primary key, state text not null default 'due', due_at timestamptz not null)",
  );
  await pool.query("create index on plain_work (due_at) where state = 'due'");
  await pool.query('insert into plain_work (due_at) select now() from generate_series(1, $1)', [due]);
  await analyze(bench);
  const plain = await perSecond(async () => {
    const claimed = await pool.query<{ id: number }>(
      `update plain_work set state = 'taken' where id in (
         select id from plain_work where state = 'due' and due_at <= now() order by due_at limit ${batch} for update skip locked) returning id`,
    );
    await pool.query("update plain_work set state = 'done' where id = any($1)", [claimed.rows.map(({ id }) => id)]);
    return claimed.rows.length;
  });
  await pool.end();
  return [
    { name: 'plain table, claim and complete', perSecond: plain, details: `${workers} workers × ${batch}` },
    {
      name: 'outbox, claim and settle',
      perSecond: ours,
      details: `${workers} workers × ${batch}`,
      baseline: { name: 'plain table', perSecond: plain },
    },
  ];
}

/** As the running server does every few seconds. */
async function analyze({ connectionString }: BenchDatabase): Promise<void> {
  const client = new pg.Client({ connectionString });
  client.on('error', () => undefined);
  await client.connect();
  // The collector hears of new rows with a delay.
  await client.query('select pg_stat_force_next_flush()').catch(() => undefined);
  await refreshStatistics(client);
  await client.query('analyze effect');
  await client.end();
}

async function perSecond(work: () => Promise<number>): Promise<number> {
  const startedAt = performance.now();
  const counts = await Promise.all(
    Array.from({ length: workers }, async () => {
      let total = 0;
      for (let done = await work(); done > 0; done = await work()) total += done;
      return total;
    }),
  );
  return counts.reduce((sum, count) => sum + count, 0) / ((performance.now() - startedAt) / 1_000);
}
