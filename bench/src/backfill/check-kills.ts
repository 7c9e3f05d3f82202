import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { sql } from 'kysely';
import { startFakeWooCommerce } from '@regulars/adapter-testkit';
import { createBenchStore, openInstance } from '../bench-store.ts';
import { startBenchDatabase } from '../instance.ts';

/**
 * Back-fills 10,000 orders of a fake WooCommerce store by worker processes that are killed at random moments, until none is
 * left to read; then counts. `node --conditions=source bench/src/backfill/check-kills.ts`; takes a minute or two.
 */
const orders = 10_000;
const leaseMs = 1_000;
/** After so many a reader is killed, a moment later or two. */
const ordersALife = 1_000;

interface Progress {
  readonly done: number;
  readonly isOver: boolean;
}

const bench = await startBenchDatabase();
const woo = await startFakeWooCommerce();
for (let n = 0; n < orders; n += 1) {
  // Several share a second, as in a sale.
  const date = new Date(Date.UTC(2026, 0, 1) + Math.floor(n / 3) * 1_000).toISOString().slice(0, 19);
  woo.addOrder({ status: 'processing', date_created_gmt: date });
}
const secretKeys = `bench:${randomBytes(32).toString('base64')}`;
const instance = await openInstance(bench, [], { REGULARS_SECRET_KEYS: secretKeys });
const { store } = await createBenchStore(instance, 'check-kills', { url: woo.url, key: woo.key, secret: woo.secret });
const environment = {
  ...process.env,
  DATABASE_URL: bench.connectionString,
  REGULARS_DATA_DIR: bench.dataDir,
  REGULARS_SECRET_KEYS: secretKeys,
  REGULARS_ALLOW_PRIVATE_NETWORK: 'true',
  REGULARS_LEASE_MS: String(leaseMs),
  REGULARS_POLL_MS: '100',
  REGULARS_ROLE: 'worker',
  LOG_LEVEL: 'fatal',
};
const program = fileURLToPath(import.meta.resolve('@regulars/server/main.ts'));

const ask = async <Row>(query: ReturnType<typeof sql<Row>>): Promise<Row | undefined> =>
  instance.database.withStore(store.id, async (tx) => (await query.execute(tx)).rows[0]);
const readProgress = () =>
  ask(sql<Progress>`
    select coalesce(max(orders_done) filter (where resource = 'orders'), 0) as done,
           coalesce(bool_or(resource = 'orders' and state = 'done'), false) as "isOver"
    from pull where kind = 'backfill'`);

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
let kills = 0;
for (let isOver = false; !isOver;) {
  const before = (await readProgress())?.done ?? 0;
  const worker = spawn(process.execPath, ['--conditions=source', program], { env: environment, stdio: 'ignore' });
  const ended = once(worker, 'exit');
  for (let done = before; done < before + ordersALife && !isOver;) {
    await pause(50);
    ({ done, isOver } = (await readProgress()) ?? { done, isOver });
  }
  await pause(Math.random() * 500);
  worker.kill('SIGKILL');
  await ended;
  kills += 1;
  isOver = (await readProgress())?.isOver ?? false;
}
const counted = await ask(sql<{ orders: number; ids: number; placed: number; paid: number; value: number }>`
  select count(*) as orders, count(distinct external_id) as ids, (select sum(order_count) from customer_value)::int as value,
         (select count(*) from event where kind = 'orderPlaced') as placed,
         (select count(*) from event where kind = 'orderPaid') as paid
  from orders`);
process.stdout.write(`${kills} readers were killed; ${JSON.stringify(counted)} of ${orders}\n`);
const isExact = Object.values(counted ?? {}).every((count) => count === orders) && counted !== undefined;
await instance.rooms.close();
await instance.close();
await woo.close();
await bench.stop();
process.exit(isExact ? 0 : 1);
