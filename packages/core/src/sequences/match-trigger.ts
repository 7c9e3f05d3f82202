import type { CartFacts } from '../commerce/cart.ts';
import type { OrderFacts } from '../commerce/commerce-event.ts';
import type { CheckInAnswer } from '../messaging/check-in.ts';
import type { SegmentMovement } from '../segments/segment-event.ts';
import type { CartId, EnrollmentId, OrderId } from '../shared/ids.ts';
import { dayMs, type Instant } from '../shared/instant.ts';
import {
  cartFreshnessMs,
  triggerFreshnessDays,
  type OrderConditions,
  type SequenceDefinition,
  type Trigger,
} from './definition.ts';

/** How it is going, as the customer says. */
export interface CheckInAnswered {
  readonly answer: CheckInAnswer;
  /** The run whose mail asked; null when no sequence did. */
  readonly enrollmentId: EnrollmentId | null;
}

/** Of an order, what begins and ends sequences. */
export type OrderOccasion = Pick<
  OrderFacts,
  'orderId' | 'productExternalIds' | 'categories' | 'purchaseNumber' | 'isRenewal' | 'isHistory'
>;

/** Of a cart that was left, what begins sequences. */
export type CartOccasion = Pick<CartFacts, 'cartId' | 'productExternalIds' | 'previousAbandonedAt'>;

/** What sequences hear of a customer. Other kinds of events begin and end nothing. */
export type SequenceEvent = { readonly at: Instant } & (
  | { readonly kind: 'orderPaid' | 'orderFulfilled' | 'orderRefunded' | 'orderCancelled'; readonly data: OrderOccasion }
  | { readonly kind: 'cartAbandoned'; readonly data: CartOccasion }
  | { readonly kind: 'cartRecovered' | 'cartDiscarded'; readonly data: { readonly cartId: CartId } }
  | {
      readonly kind: 'segmentEntered' | 'segmentLeft';
      readonly data: Pick<SegmentMovement, 'segmentKey' | 'cause' | 'isHistory'>;
    }
  | { readonly kind: 'checkInAnswered'; readonly data: CheckInAnswered }
  | { readonly kind: 'customerErased' }
);

export type TriggerMismatch =
  | 'other_event'
  | 'too_old'
  | 'history'
  | 'renewal'
  | 'no_purchase'
  | 'purchase_number'
  | 'category'
  | 'product'
  | 'segment'
  | 'cart_pause'
  | 'rule_changed'
  | 'model_changed';

export type TriggerMatch =
  | {
      readonly matches: true;
      readonly entryKey: string;
      readonly orderId: OrderId | null;
      /** The cart it is about; left out where it is about none. */
      readonly cartId?: CartId;
    }
  | { readonly matches: false; readonly reason: TriggerMismatch };

/**
 * Whether an event begins an enrollment, what that enrollment is entered for, or why it does not.
 *
 * @example
 * ```ts
 * matchTrigger(thankYou, { kind: 'orderPaid', at: now, data: order }, { now, segmentKeys: new Set() });
 * // { matches: true, entryKey: 'order:0199…', orderId: '0199…' }
 * ```
 */
export function matchTrigger(
  { trigger, reentry }: Pick<SequenceDefinition, 'trigger' | 'reentry'>,
  event: SequenceEvent,
  context: { readonly now: Instant; readonly segmentKeys: ReadonlySet<string> },
): TriggerMatch {
  if (event.kind !== trigger.event) return mismatch('other_event');
  if (context.now - event.at > freshnessOf(trigger)) return mismatch('too_old');
  if (event.kind === 'segmentEntered') {
    if (event.data.cause === 'ruleChanged') return mismatch('rule_changed');
    if (event.data.cause === 'modelChanged') return mismatch('model_changed');
    if (event.data.isHistory === true) return mismatch('history');
    if (trigger.event !== 'segmentEntered' || event.data.segmentKey !== trigger.when.segmentKey)
      return mismatch('segment');
    return { matches: true, entryKey: 'customer', orderId: null };
  }
  if (event.kind === 'cartAbandoned') {
    const reason = findCartMismatch(trigger, event, context.segmentKeys);
    if (reason !== null) return mismatch(reason);
    const { cartId } = event.data;
    return { matches: true, entryKey: `cart:${cartId}`, orderId: null, cartId };
  }
  if (event.kind !== 'orderPaid' && event.kind !== 'orderFulfilled') return mismatch('other_event');
  const order = event.data;
  const reason =
    trigger.event === 'orderPaid' || trigger.event === 'orderFulfilled'
      ? findOrderMismatch(order, trigger.when ?? {}, context.segmentKeys)
      : 'other_event';
  if (reason !== null) return mismatch(reason);
  return {
    matches: true,
    entryKey: reentry === 'oncePerOrder' ? `order:${order.orderId}` : 'customer',
    orderId: order.orderId,
  };
}

function freshnessOf(trigger: Trigger): number {
  switch (trigger.event) {
    case 'segmentEntered':
      return triggerFreshnessDays * dayMs;
    case 'cartAbandoned':
      return trigger.freshForMs ?? cartFreshnessMs;
    default:
      return trigger.freshForMs ?? triggerFreshnessDays * dayMs;
  }
}

function findCartMismatch(
  trigger: Trigger,
  { at, data: { productExternalIds, previousAbandonedAt } }: SequenceEvent & { readonly kind: 'cartAbandoned' },
  segmentKeys: ReadonlySet<string>,
): TriggerMismatch | null {
  if (trigger.event !== 'cartAbandoned') return 'other_event';
  const { when = {}, pauseMs = 0 } = trigger;
  if (previousAbandonedAt !== null && at - previousAbandonedAt < pauseMs) return 'cart_pause';
  if (when.productExternalIds !== undefined && !productExternalIds.some((id) => when.productExternalIds?.includes(id)))
    return 'product';
  return when.segmentKey !== undefined && !segmentKeys.has(when.segmentKey) ? 'segment' : null;
}

function findOrderMismatch(
  order: OrderOccasion,
  when: OrderConditions,
  segmentKeys: ReadonlySet<string>,
): TriggerMismatch | null {
  if (order.isHistory) return 'history';
  if (order.isRenewal) return 'renewal';
  if (order.purchaseNumber < 1) return 'no_purchase';
  const { atLeast = 1, atMost = Infinity } = when.purchaseNumber ?? {};
  if (order.purchaseNumber < atLeast || order.purchaseNumber > atMost) return 'purchase_number';
  if (
    when.categories !== undefined &&
    !order.categories.some((category) => when.categories?.includes(category.toLowerCase()))
  )
    return 'category';
  if (
    when.productExternalIds !== undefined &&
    !order.productExternalIds.some((id) => when.productExternalIds?.includes(id))
  )
    return 'product';
  if (when.segmentKey !== undefined && !segmentKeys.has(when.segmentKey)) return 'segment';
  return null;
}

function mismatch(reason: TriggerMismatch): TriggerMatch {
  return { matches: false, reason };
}
