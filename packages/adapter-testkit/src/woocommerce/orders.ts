import type { FakeOrder } from './rows.ts';

/** How the shop keeps its orders: in tables of their own, or as posts, where `any` takes in checkouts merely opened. */
export type OrderStorage = 'tables' | 'posts';

/** The orders of the states asked for; `any` is not quite any. */
export function ordersIn(orders: readonly FakeOrder[], storage: OrderStorage, asked = 'any'): readonly FakeOrder[] {
  const statuses = asked.split(',');
  if (statuses.includes('any')) return orders.filter(({ status }) => isAny(status, storage));
  return orders.filter(({ status }) => statuses.includes(status));
}

function isAny(status: string, storage: OrderStorage): boolean {
  if (status === 'checkout-draft') return storage === 'posts';
  return status !== 'trash' && status !== 'auto-draft';
}
