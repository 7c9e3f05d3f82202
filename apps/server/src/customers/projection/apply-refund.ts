import type { PlatformEvent } from '@regulars/adapter-contracts';
import type { Instant } from '@regulars/core/shared';
import { changeOrder } from './change-order.ts';
import { toEffectiveOrder } from './effective-order.ts';
import { toAnonymousOrder, withoutReasons } from './erasure.ts';
import type { StatementContext, Verdict } from './statement.ts';
import type { Transition } from './transitions.ts';
import { bury, externalKey, tombstoneKey, type World } from './world.ts';

/** A refund that the platform tells by itself. It waits while its order is unknown. */
export function applyRefund(
  world: World,
  context: StatementContext,
  { orderExternalId, currency, refund }: Extract<PlatformEvent, { kind: 'refundCreated' }>,
): Verdict {
  const key = externalKey(context.connectionId, orderExternalId);
  const known = world.orders.get(key);
  if (known === undefined) return { change: 'waiting', reason: 'refund.order_unknown' };
  if (currency !== known.model.currency) return { change: 'unusable', reason: 'refund.currency_differs' };
  if (known.loneRefunds.some(({ externalId }) => externalId === refund.externalId))
    return { change: 'unchanged', reason: null };
  const loneRefunds = [...known.loneRefunds, ...(known.anonymizedAt === null ? [refund] : withoutReasons([refund]))];
  const transition: Transition = {
    key: `refund:${refund.amountMinor}:${refund.externalId}`,
    kind: 'orderRefunded',
    at: refund.createdAt ?? known.model.updatedAt,
  };
  const next = { ...known, loneRefunds, model: toEffectiveOrder(known.model, loneRefunds) };
  changeOrder(world, key, next, known, { transitions: [transition], context });
  return { change: 'updated', reason: null };
}

/** A deleted order is kept but counts no more. An order not known yet is marked, so that a late version does not revive it. */
export function applyOrderDeletion(world: World, context: StatementContext, externalId: string): Verdict {
  const tombstone = tombstoneKey('order', context.connectionId, externalId);
  bury(world, tombstone, context.receivedAt);
  const key = externalKey(context.connectionId, externalId);
  const known = world.orders.get(key);
  if (known === undefined) return { change: 'ignored', reason: 'order.unknown' };
  const { updatedAt } = known.model;
  const isRestored = updatedAt > context.receivedAt && known.receivedAt > context.receivedAt;
  if (known.deletedAt !== null || isRestored) return { change: 'unchanged', reason: null };
  // A deletion bears no time of its own. Where the shop's clock is ahead of ours, it comes after what we know all the same.
  const deletedAt = updatedAt > context.receivedAt ? updatedAt : context.receivedAt;
  bury(world, tombstone, deletedAt);
  changeOrder(world, key, { ...known }, known, { transitions: [], context, deletedAt });
  return { change: 'updated', reason: null };
}

/**
 * The platform removed the personal data from an order. When none of its customer's orders has any left, the customer
 * is erased too; while others do, it was the shop's spring cleaning and not the customer's wish.
 */
export function applyOrderAnonymization(
  world: World,
  { connectionId }: StatementContext,
  externalId: string,
  updatedAt: Instant,
): Verdict {
  const key = externalKey(connectionId, externalId);
  const known = world.orders.get(key);
  if (known === undefined) return { change: 'waiting', reason: 'order.unknown' };
  if (known.anonymizedAt !== null && known.anonymizedAt >= updatedAt) return { change: 'unchanged', reason: null };
  if (known.model.customer?.email) world.toForget.add(known.model.customer.email);
  world.orders.set(key, {
    ...known,
    model: toAnonymousOrder(known.model),
    loneRefunds: withoutReasons(known.loneRefunds),
    anonymizedAt: updatedAt,
  });
  world.changed.orders.add(key);
  return { change: 'updated', reason: null };
}
