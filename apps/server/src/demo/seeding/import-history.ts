import type { Order } from '@regulars/core/commerce';
import type { Instant } from '@regulars/core/shared';
import type { Happening } from '@regulars/simulator';
import { importOrders } from '../../customers/door.ts';
import type { DemoGround } from '../demo-ground.ts';
import type { DemoStore } from '../demo-store.ts';
import { insertShopOrders } from '../shop/shop-order-repository.ts';
import { toProductWebhook } from '../shop/to-webhook.ts';

const batchSize = 200;

/** Every order as it stood at `until`, in the order they were placed. */
export function historyOf(happenings: readonly Happening[], until: Instant): readonly Order[] {
  const latest = new Map<string, Order>();
  for (const { at, order } of happenings) if (at <= until) latest.set(order.externalId, order);
  return [...latest.values()];
}

/**
 * Brings a store's past in, as its shop would: the catalogue by webhooks, the orders as an import. What is there already
 * stays as it is.
 */
export async function importHistory(
  { database, rooms }: DemoGround,
  { simulated, store, connectionId, hookToken, webhookSecret }: DemoStore,
  orders: readonly Order[],
  onOrders: (count: number) => void,
): Promise<void> {
  await Promise.all(
    simulated.products.map((product) => rooms.acceptWebhook(hookToken, toProductWebhook(webhookSecret, product))),
  );
  for (let start = 0; start < orders.length; start += batchSize) {
    const batch = orders.slice(start, start + batchSize);
    await database.withStore(store.id, (tx) => insertShopOrders(tx, store.id, batch));
    const verdicts = await importOrders(database, { storeId: store.id, connectionId }, batch);
    if (verdicts.includes('failed')) throw new Error('An order of the demo could not be imported.');
    onOrders(batch.length);
  }
}
