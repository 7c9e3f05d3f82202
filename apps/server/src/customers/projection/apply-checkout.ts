import { toEmailKey, type Checkout, type CustomerDetails } from '@regulars/core/commerce';
import { newId } from '../../foundation/ids.ts';
import { hashEmailKey, hashIdentity } from './erasure.ts';
import { resolveCustomer } from './resolve-customer.ts';
import type { StatementContext, Verdict } from './statement.ts';
import { externalKey, type CartState, type CustomerState, type World } from './world.ts';

/**
 * Takes in one version of a checkout. The newest is the cart's state; an older one still tells whose it is and since when.
 * A cart of nobody is not kept.
 */
export function applyCheckout(world: World, context: StatementContext, checkout: Checkout): Verdict {
  const { connectionId, receivedAt } = context;
  const key = externalKey(connectionId, checkout.externalId);
  const known = world.carts.get(key);
  const shopper = findShopper(world, context, checkout);
  if (shopper !== null && shopper.erasedAt !== null) return { change: 'ignored', reason: 'customer.erased' };
  if (known === undefined && shopper === null) return { change: 'ignored', reason: 'checkout.nobody' };
  if (known !== undefined && known.deletedAt !== null) return { change: 'unchanged', reason: 'checkout.deleted' };

  const isOlder = known !== undefined && checkout.updatedAt < known.updatedAt;
  const { customer: _whose, ...contents } = checkout;
  const newest = isOlder
    ? known
    : {
        contents,
        updatedAt: checkout.updatedAt,
        // A shop's clock that runs ahead keeps no cart from being left.
        touchedAt: checkout.updatedAt < receivedAt ? checkout.updatedAt : receivedAt,
      };
  changeCart(world, {
    id: known?.id ?? newId<'Cart'>(),
    connectionId,
    externalId: checkout.externalId,
    customerId: known?.customerId ?? shopper?.id ?? null,
    contents: newest.contents,
    startedAt: known !== undefined && known.startedAt < checkout.startedAt ? known.startedAt : checkout.startedAt,
    updatedAt: newest.updatedAt,
    touchedAt: newest.touchedAt,
    completedAt: known?.completedAt ?? checkout.completedAt,
    deletedAt: null,
  });
  if (known === undefined) return { change: 'inserted', reason: null };
  return { change: 'updated', reason: isOlder ? 'checkout.older_version' : null };
}

/** The platform has it no more. Late versions do not bring it back, so a cart that was unknown is remembered, too. */
export function applyCheckoutDeletion(world: World, context: StatementContext, externalId: string): Verdict {
  const { connectionId, receivedAt } = context;
  const known = world.carts.get(externalKey(connectionId, externalId));
  if (known !== undefined && known.deletedAt !== null) return { change: 'unchanged', reason: null };
  changeCart(world, {
    id: newId<'Cart'>(),
    connectionId,
    externalId,
    customerId: null,
    startedAt: receivedAt,
    updatedAt: receivedAt,
    touchedAt: receivedAt,
    completedAt: null,
    ...known,
    contents: null,
    deletedAt: receivedAt,
  });
  return { change: known === undefined ? 'inserted' : 'updated', reason: null };
}

function changeCart(world: World, cart: CartState): void {
  const key = externalKey(cart.connectionId, cart.externalId);
  world.carts.set(key, cart);
  world.changed.carts.add(key);
}

/**
 * Whose cart it is: a customer the store knows, or somebody who said yes to marketing in the checkout. Who only typed an
 * address and went away becomes no customer: there is nothing one could do for them that they asked for.
 */
function findShopper(world: World, context: StatementContext, checkout: Checkout): CustomerState | null {
  const { customer, startedAt, updatedAt } = checkout;
  if (customer === null) return null;
  if (customer.consent?.state !== 'subscribed' && !isKnown(world, context, customer)) return null;
  return resolveCustomer(world, context, {
    person: customer,
    country: null,
    isAccount: 0,
    at: updatedAt,
    since: startedAt,
    origin: 'checkout',
  });
}

function isKnown(world: World, { connectionId }: StatementContext, { externalId, email }: CustomerDetails): boolean {
  const emailKey = email === null ? null : toEmailKey(email);
  return (
    (externalId !== null &&
      (world.identities.has(externalKey(connectionId, externalId)) ||
        world.erased.has(hashIdentity(world.storeId, connectionId, externalId)))) ||
    (emailKey !== null && (world.emails.has(emailKey) || world.erased.has(hashEmailKey(world.storeId, emailKey))))
  );
}
