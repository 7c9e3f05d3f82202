import { sql } from 'kysely';
import type { Lane } from '@regulars/server/foundation/lanes/lane.ts';
import { insertDeliveries, toDeliveryId } from '@regulars/server/intake/insert-deliveries.ts';
import type { StoreId } from '@regulars/core/shared';
import { createBenchStore, openInstance } from './bench-store.ts';
import type { BenchDatabase } from './instance.ts';
import { createOrderBodies } from './orders.ts';
import { keepStatisticsFresh } from '@regulars/server/foundation/database/refresh-statistics.ts';
import type { Figure } from './report.ts';

const orders = 10_000;
const chunk = 500;
const deciding = ['customers.apply-deliveries', 'segments.update-memberships', 'sequences.react'] as const;

/** Orders decided per second: from the kept delivery to customer, value, segments, enrollment and its planned mail. */
export async function measureDecide(bench: BenchDatabase): Promise<readonly Figure[]> {
  const instance = await openInstance(bench);
  const { store } = await createBenchStore(instance, 'bench-decide');
  const connection = await instance.directory.connectionFor(store.id, 'platform');
  if (connection === null) throw new Error('The bench store has no platform.');
  const bodies = createOrderBodies(orders, 1);
  for (let from = 0; from < orders; from += chunk) {
    await insertDeliveries(
      instance.database,
      bodies.slice(from, from + chunk).map((body, index) => ({
        storeId: store.id,
        id: toDeliveryId(connection.id, String(from + index)),
        connectionId: connection.id,
        purpose: 'platform' as const,
        adapterId: 'woocommerce',
        topic: 'order.created',
        headers: {},
        body,
      })),
    );
  }
  const statistics = keepStatisticsFresh(bench.connectionString);
  const startedAt = performance.now();
  const figures: Figure[] = [];
  const spent = new Map<string, number>();
  // The lanes run beside each other, as in the server; one is done when those before it are.
  await Promise.all(
    deciding.map((name, index) =>
      work(
        laneOf(instance.rooms.lanes, name),
        store.id,
        () => deciding.slice(0, index).every((before) => spent.has(before)),
        (ms) => spent.set(name, ms),
      ),
    ),
  );
  const seconds = (performance.now() - startedAt) / 1_000;
  await statistics.stop();
  const [mails] = await instance.database.withStore(
    store.id,
    async (tx) =>
      (
        await sql<{
          planned: number;
          customers: number;
        }>`select (select count(*) from effect where kind = 'mail') as planned, (select count(*) from customer) as customers`.execute(
          tx,
        )
      ).rows,
  );
  if (mails?.planned !== orders) throw new Error(`${mails?.planned} mails were planned for ${orders} orders.`);
  figures.push({
    name: 'order → customer, segments, sequence, mail',
    perSecond: orders / seconds,
    details: `${mails.customers} customers, ${deciding.length} lanes`,
  });
  await instance.rooms.close();
  await instance.close();
  return figures;
}

function laneOf(lanes: readonly Lane[], name: string): Lane {
  const lane = lanes.find((candidate) => candidate.name === name);
  if (lane === undefined) throw new Error(`There is no lane ${name}.`);
  return lane;
}

async function work(
  lane: Lane,
  storeId: StoreId,
  isFedNoMore: () => boolean,
  onDone: (ms: number) => void,
): Promise<void> {
  const startedAt = performance.now();
  for (;;) {
    const wasLast = isFedNoMore();
    if ((await lane.work(storeId)) > 0) continue;
    if (wasLast) break;
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
  onDone(performance.now() - startedAt);
}
