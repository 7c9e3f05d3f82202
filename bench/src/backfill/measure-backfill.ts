import { sql } from 'kysely';
import pg from 'pg';
import type { StoreId } from '@regulars/core/shared';
import { keepStatisticsFresh } from '@regulars/server/foundation/database/refresh-statistics.ts';
import { createBenchStore, openInstance, type BenchInstance } from '../bench-store.ts';
import { startChildServer } from '../child-server.ts';
import type { BenchDatabase } from '../instance.ts';
import type { Figure } from '../report.ts';

const orders = Number(process.env['REGULARS_BENCH_ORDERS'] ?? 20_000);
/** The yardstick does not change with more of them. */
const plainOrders = Math.min(orders, 20_000);
const mebibyte = 2 ** 20;

/** Orders per second from a store without a limit into a durable Postgres, and what memory that takes. */
export async function measureBackfill(bench: BenchDatabase): Promise<readonly Figure[]> {
  const shop = await startChildServer('./backfill/unlimited-store.ts', [], { ORDERS: String(orders) });
  const url = `http://127.0.0.1:${shop.port}`;
  const plain = await measurePlain(bench, url);
  const instance = await openInstance(bench);
  const { store } = await createBenchStore(instance, 'bench-backfill', { url, key: 'ck_bench', secret: 'cs_bench' });
  const statistics = keepStatisticsFresh(bench.connectionString);
  const cpuBefore = process.cpuUsage();
  const startedMs = performance.now();
  const peaks = await pull(instance, store.id);
  const seconds = (performance.now() - startedMs) / 1_000;
  const cpu = process.cpuUsage(cpuBefore);
  await statistics.stop();
  await expectAll(instance, store.id);
  await instance.rooms.close();
  await instance.close();
  await shop.stop();
  const cpuMs = (cpu.user + cpu.system) / 1_000 / orders;
  return [
    { name: 'plain: fetch a page, one multi-row insert', perSecond: plain, details: '' },
    {
      name: 'back-fill by the WooCommerce adapter',
      perSecond: orders / seconds,
      details: `${orders} orders, ${cpuMs.toFixed(2)} CPU-ms each in Node, heap after each fifth ${peaks.join(', ')} MiB`,
      baseline: { name: 'plain', perSecond: plain },
    },
  ];
}

/** Works the reading lanes as a server does, and tells what is kept in memory as it goes on. */
async function pull(instance: BenchInstance, storeId: StoreId): Promise<readonly number[]> {
  const [begin, read] = ['sync.begin-backfills', 'sync.pull-1'].map((name) =>
    instance.rooms.lanes.find((lane) => lane.name === name),
  );
  if (begin === undefined || read === undefined) throw new Error('There is no lane that reads.');
  const heaps: number[] = [];
  const watch = setInterval(() => heaps.push(process.memoryUsage().heapUsed / mebibyte), 100);
  await begin.work(storeId);
  for (;;) {
    const due = await instance.database.withStores([storeId], (tx) => read.listDueStores(tx));
    if (due.length === 0) break;
    await read.work(storeId);
  }
  clearInterval(watch);
  const fifth = Math.max(1, Math.floor(heaps.length / 5));
  return [0, 1, 2, 3, 4].map((n) => Math.round(Math.max(...heaps.slice(n * fifth, (n + 1) * fifth))));
}

async function expectAll(instance: BenchInstance, storeId: StoreId): Promise<void> {
  const counted = await instance.database.withStore(storeId, async (tx) =>
    sql<{ orders: number; placed: number }>`
      select (select count(*) from orders) as orders, (select count(*) from event where kind = 'orderPlaced') as placed`.execute(
      tx,
    ),
  );
  const [row] = counted.rows;
  if (row?.orders !== orders || row.placed !== orders) throw new Error(`Not every order once: ${JSON.stringify(row)}`);
}

interface PlainOrder {
  readonly id: number;
  readonly number: string;
  readonly total: string;
  readonly date_created_gmt: string;
  readonly billing: { readonly email: string };
}

/** What one would write first: fetch a page, parse it, one insert of all its rows, the next page. */
async function measurePlain({ connectionString }: BenchDatabase, url: string): Promise<number> {
  const client = new pg.Client({ connectionString });
  await client.connect();
  await client.query(`
    create table plain_order (id bigint primary key, number text, email text, total numeric, placed_at timestamp, model jsonb)`);
  const startedMs = performance.now();
  let after = '2000-01-01T00:00:00';
  for (let done = 0; done < plainOrders;) {
    const query = `status=any&per_page=100&orderby=modified&order=asc&modified_after=${after}`;
    const page = (await (await fetch(`${url}/wp-json/wc/v3/orders?${query}`)).json()) as readonly PlainOrder[];
    await client.query(
      `insert into plain_order select * from unnest($1::bigint[], $2::text[], $3::text[], $4::numeric[], $5::timestamp[], $6::jsonb[])`,
      [
        page.map(({ id }) => id),
        page.map(({ number }) => number),
        page.map(({ billing }) => billing.email),
        page.map(({ total }) => total),
        page.map(({ date_created_gmt: placedAt }) => placedAt),
        page.map((order) => JSON.stringify(order)),
      ],
    );
    done += page.length;
    after = page.at(-1)?.date_created_gmt ?? after;
  }
  const perSecond = plainOrders / ((performance.now() - startedMs) / 1_000);
  await client.query('drop table plain_order');
  await client.end();
  return perSecond;
}
