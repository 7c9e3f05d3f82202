import type { Instant } from '@regulars/core/shared';
import { hashEmailKey, hashIdentity, toAnonymousOrder, withoutReasons } from './erasure.ts';
import { splitExternalKey, type CustomerState, type World } from './world.ts';

/**
 * Removes everything that tells who the customer is; their orders' amounts stay, under an id that names nobody.
 * What comes late about them is known by hash and not kept either.
 */
export function eraseCustomer(world: World, customer: CustomerState, erasedAt: Instant): void {
  if (customer.erasedAt !== null) return;
  const remember = (hash: string) => {
    world.erased.set(hash, { customerId: customer.id, erasedAt });
    world.changed.erased.add(hash);
  };
  for (const [key, id] of world.identities) {
    if (id !== customer.id) continue;
    remember(hashIdentity(world.storeId, ...splitExternalKey(key)));
    world.identities.delete(key);
    world.changed.identities.delete(key);
  }
  if (customer.emailKey !== null) {
    remember(hashEmailKey(world.storeId, customer.emailKey));
    world.emails.delete(customer.emailKey);
    world.toForget.add(customer.emailKey);
  }
  if (customer.details.email !== null) world.toForget.add(customer.details.email);
  for (const [key, order] of world.orders) {
    if (order.customerId !== customer.id) continue;
    if (order.model.customer?.email) world.toForget.add(order.model.customer.email);
    world.orders.set(key, {
      ...order,
      model: toAnonymousOrder(order.model),
      loneRefunds: withoutReasons(order.loneRefunds),
      anonymizedAt: order.anonymizedAt ?? erasedAt,
    });
    world.changed.orders.add(key);
  }
  customer.details = { email: null, phone: null, firstName: null, lastName: null, locale: null, country: null };
  customer.said = {};
  customer.emailKey = null;
  customer.tags = [];
  customer.consent = { state: 'unsubscribed', source: 'erasure', at: erasedAt };
  customer.erasedAt = erasedAt;
  world.changed.customers.add(customer.id);
  world.forgotten.add(customer.id);
  world.events.push({ customerId: customer.id, kind: 'customerErased', at: erasedAt, data: {} });
}
