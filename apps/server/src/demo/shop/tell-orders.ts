import type { Order } from '@regulars/core/commerce';
import type { DemoGround } from '../demo-ground.ts';
import type { DemoStore } from '../demo-store.ts';
import { useCoupons } from './coupon-repository.ts';
import { insertShopOrders } from './shop-order-repository.ts';
import { toOrderWebhook } from './to-webhook.ts';

/**
 * The shop books orders and tells each by a signed webhook, as any shop does: verified, kept, understood later. An order
 * that changed is told in the same way.
 */
export async function tellOrders(
  { database, rooms }: Pick<DemoGround, 'database' | 'rooms'>,
  { store, hookToken, webhookSecret }: DemoStore,
  orders: readonly Order[],
): Promise<void> {
  if (orders.length === 0) return;
  await database.withStore(store.id, async (tx) => {
    const booked = await insertShopOrders(tx, store.id, orders);
    const codes = orders.flatMap(({ externalId, couponCodes }) => (booked.has(externalId) ? couponCodes : []));
    if (codes.length > 0) await useCoupons(tx, store.id, codes);
  });
  const acceptances = await Promise.all(
    orders.map((order) => rooms.acceptWebhook(hookToken, toOrderWebhook(webhookSecret, order))),
  );
  const refused = acceptances.find((acceptance) => acceptance !== 'accepted');
  if (refused !== undefined) throw new Error(`A demo shop’s order was answered ${refused}.`);
}
