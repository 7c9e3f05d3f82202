import { isDeepStrictEqual } from 'node:util';
import type { Order } from '@regulars/core/commerce';
import type { OrderId } from '@regulars/core/shared';
import { newId } from '../../foundation/ids.ts';
import { toEffectiveOrder } from './effective-order.ts';
import { toAnonymousOrder } from './erasure.ts';
import { resolveCustomer } from './resolve-customer.ts';
import { changeOrder } from './change-order.ts';
import { confirmYes } from './confirm-yes.ts';
import type { StatementContext, Verdict } from './statement.ts';
import { listTransitions } from './transitions.ts';
import { externalKey, tombstoneKey, type CustomerState, type OrderState, type World } from './world.ts';

/**
 * Takes in one version of an order. The newest version is the order's state; an older one still tells what happened on
 * the way and who bought. Of two different states of the same version the one received last stands.
 */
export function applyOrder(world: World, context: StatementContext, version: Order): Verdict {
  const key = externalKey(context.connectionId, version.externalId);
  const known = world.orders.get(key);
  const isAnonymized =
    known?.anonymizedAt !== undefined && known.anonymizedAt !== null && version.updatedAt <= known.anonymizedAt;
  const buyer = isAnonymized ? null : findBuyer(world, context, version);
  const kept = isAnonymized || buyer?.erasedAt != null ? toAnonymousOrder(version) : version;
  const observed = known !== undefined && known.model.updatedAt < version.updatedAt;
  const transitions = listTransitions(toEffectiveOrder(version, []), observed);

  if (known === undefined) {
    const order: OrderState = {
      id: newId<'Order'>() satisfies OrderId,
      connectionId: context.connectionId,
      customerId: buyer?.id ?? null,
      model: toEffectiveOrder(kept, []),
      loneRefunds: [],
      receivedAt: context.receivedAt,
      told: [],
      deletedAt: null,
      anonymizedAt: buyer?.erasedAt ?? null,
    };
    changeOrder(world, key, order, null, { transitions, context, deletedAt: deletionOf(world, context, version) });
    return { change: 'inserted', reason: null };
  }

  const model = toEffectiveOrder(kept, known.loneRefunds);
  const isOlder =
    version.updatedAt < known.model.updatedAt ||
    (version.updatedAt === known.model.updatedAt && context.receivedAt < known.receivedAt);
  if (isOlder) {
    const isChanged = changeOrder(world, key, known, known, { transitions, context });
    return { change: isChanged ? 'updated' : 'unchanged', reason: 'order.older_version' };
  }
  const isSame = isDeepStrictEqual(model, known.model) && (buyer === null || buyer.id === known.customerId);
  const isRival = !isSame && version.updatedAt === known.model.updatedAt;
  const next: OrderState = isSame
    ? known
    : {
        ...known,
        model,
        customerId: buyer?.id ?? known.customerId,
        receivedAt: context.receivedAt,
        anonymizedAt: isAnonymized ? known.anonymizedAt : (buyer?.erasedAt ?? null),
      };
  const isChanged = changeOrder(world, key, next, known, {
    transitions,
    context,
    deletedAt: deletionOf(world, context, version),
  });
  return { change: isChanged ? 'updated' : 'unchanged', reason: isRival ? 'order.same_version_differs' : null };
}

function findBuyer(world: World, context: StatementContext, order: Order): CustomerState | null {
  if (order.customer === null) return null;
  const buyer = resolveCustomer(world, context, {
    person: order.customer,
    country: order.billingAddress?.country ?? order.shippingAddress?.country ?? null,
    isAccount: 0,
    at: order.updatedAt,
    since: order.placedAt,
  });
  if (buyer !== null && buyer.erasedAt === null) confirmYes(world, buyer, order);
  return buyer;
}

/** A version made after the deletion brings the order back, as when a shop takes it out of its bin. */
function deletionOf(world: World, { connectionId }: StatementContext, version: Order): OrderState['deletedAt'] {
  const deletedAt = world.tombstones.get(tombstoneKey('order', connectionId, version.externalId));
  return deletedAt !== undefined && version.updatedAt <= deletedAt ? deletedAt : null;
}
