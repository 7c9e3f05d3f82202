import { sql } from 'kysely';
import { collectDefaultMetrics, Counter, Gauge, Registry } from 'prom-client';
import type { Database } from '../foundation/database/database.ts';
import type { MetricsPort } from '../http/ports.ts';
import type { Directory } from '../stores/door.ts';

export interface Metrics extends MetricsPort {
  countAcceptance(acceptance: string): void;
}

/** Figures for Prometheus: counted by kind and state, never by person. */
export function createMetrics({
  database,
  directory,
}: {
  readonly database: Database;
  readonly directory: Directory;
}): Metrics {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const webhooks = new Counter({
    name: 'regulars_webhooks_total',
    help: 'Webhooks by what became of them at the door.',
    labelNames: ['acceptance'],
    registers: [registry],
  });
  new Gauge({
    name: 'regulars_effects',
    help: 'Mails and coupons of the last 30 days by state.',
    labelNames: ['kind', 'state'],
    registers: [registry],
    async collect() {
      const rows = await count<{ kind: string; state: string; n: number }>(
        sql`select kind, state, count(*) as n from effect where created_at > clock_now() - interval '30 days' group by kind, state`,
      );
      this.reset();
      for (const { kind, state, n } of rows) this.set({ kind, state }, n);
    },
  });
  new Gauge({
    name: 'regulars_deliveries',
    help: 'Deliveries kept, by state.',
    labelNames: ['state'],
    registers: [registry],
    async collect() {
      const rows = await count<{ state: string; n: number }>(
        sql`select case when put_aside_at is null then state else 'put_aside' end as state, count(*) as n
            from delivery group by 1`,
      );
      this.reset();
      for (const { state, n } of rows) this.set({ state }, n);
    },
  });

  new Gauge({
    name: 'regulars_pulls',
    help: 'Readings of platforms, the last of each connection and resource, by kind and state.',
    labelNames: ['kind', 'state'],
    registers: [registry],
    async collect() {
      const rows = await count<{ kind: string; state: string; n: number }>(
        sql`select kind, state, count(*) as n from pull group by kind, state`,
      );
      this.reset();
      for (const { kind, state, n } of rows) this.set({ kind, state }, n);
    },
  });

  async function count<Row>(query: ReturnType<typeof sql>): Promise<readonly Row[]> {
    const storeIds = await directory.storeIds();
    return await database.withStores(storeIds, async (tx) => (await query.execute(tx)).rows as readonly Row[]);
  }

  return {
    contentType: registry.contentType,
    metrics: () => registry.metrics(),
    countAcceptance: (acceptance) => webhooks.inc({ acceptance }),
  };
}
