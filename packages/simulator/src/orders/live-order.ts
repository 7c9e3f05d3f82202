import { dayMs, hourMs, minuteMs, plus, type Instant, type Random } from '@regulars/core/shared';
import { drawExponential, drawNormal } from '@regulars/core/numeric';
import type { Shares } from '../archetypes/archetype.ts';
import type { Happening, SimulatedOrder } from '../simulated-order.ts';

export type OrderFate = 'kept' | 'unpaid' | 'calledOff' | 'partlyReturned' | 'returned';

/** Never empty: an order is placed, whatever else. */
export type OrderLife = readonly [Happening, ...(readonly Happening[])];

/** What becomes of an order. Of the cancelled ones half were never paid. */
export function drawFate(shares: Shares, random: Random): OrderFate {
  const value = random.next();
  const { cancelledOrder, fullRefund, partialRefund } = shares;
  if (value < cancelledOrder / 2) return 'unpaid';
  if (value < cancelledOrder) return 'calledOff';
  if (value < cancelledOrder + fullRefund) return 'returned';
  if (value < cancelledOrder + fullRefund + partialRefund) return 'partlyReturned';
  return 'kept';
}

/** Everything that happens to an order, ascending; first that it is placed. */
export function liveOrder(placed: SimulatedOrder, fate: OrderFate, random: Random): OrderLife {
  if (fate === 'unpaid') {
    const pending: SimulatedOrder = {
      ...placed,
      paidAt: null,
      status: 'pending',
      platformStatus: 'pending',
    };
    return [told('orderPlaced', pending), told('orderCancelled', cancel(pending, plus(placed.placedAt, 2 * dayMs)))];
  }
  const first = told('orderPlaced', placed);
  if (fate === 'calledOff') {
    const at = plus(placed.updatedAt, (0.3 + drawExponential(random)) * 2 * hourMs);
    return [first, told('orderCancelled', giveBack(cancel(placed, at), at, placed.totals.grandMinor))];
  }
  const fulfilled = fulfil(placed, random);
  const kept: OrderLife = [first, told('orderFulfilled', fulfilled)];
  if (fate === 'kept') return kept;
  const at = plus(fulfilled.updatedAt, (3 + 6 * drawExponential(random)) * dayMs);
  return [...kept, told('orderRefunded', giveBack(fulfilled, at, amountBack(placed, fate, random)))];
}

/** Downloads are there within minutes; parcels leave after a day or so: log-normal with a median of 0.9 days. */
function fulfil(order: SimulatedOrder, random: Random): SimulatedOrder {
  const isDownload = order.lineItems.every(({ isDigital }) => isDigital);
  const delayMs = isDownload ? 2 * minuteMs : Math.min(0.9 * Math.exp(0.6 * drawNormal(random)), 9) * dayMs;
  const at = plus(order.updatedAt, delayMs);
  return { ...order, fulfilledAt: at, updatedAt: at, status: 'fulfilled', platformStatus: 'fulfilled' };
}

function cancel(order: SimulatedOrder, at: Instant): SimulatedOrder {
  return { ...order, cancelledAt: at, updatedAt: at, status: 'cancelled', platformStatus: 'cancelled' };
}

/** One of several lines, or else some part of the price. */
function amountBack(order: SimulatedOrder, fate: OrderFate, random: Random): number {
  const { grandMinor } = order.totals;
  if (fate === 'returned') return grandMinor;
  const [line] = order.lineItems;
  const lineMinor = line === undefined ? 0 : line.subtotalMinor - line.discountMinor;
  if (order.lineItems.length > 1 && lineMinor > 0 && lineMinor < grandMinor) return lineMinor;
  return Math.max(1, Math.min(grandMinor - 1, Math.round(grandMinor * (0.15 + 0.4 * random.next()))));
}

function giveBack(order: SimulatedOrder, at: Instant, amountMinor: number): SimulatedOrder {
  if (amountMinor === 0) return order;
  const isAll = amountMinor >= order.totals.grandMinor;
  const status = order.status === 'cancelled' ? 'cancelled' : isAll ? 'refunded' : 'partially_refunded';
  return {
    ...order,
    updatedAt: at,
    status,
    platformStatus: status,
    totals: { ...order.totals, refundedMinor: amountMinor },
    refunds: [{ externalId: `${order.externalId}-r1`, createdAt: at, amountMinor, reason: null }],
  };
}

function told(kind: Happening['kind'], order: SimulatedOrder): Happening {
  return { kind, at: order.updatedAt, order };
}
