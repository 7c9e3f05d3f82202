import { dayMs, type Instant } from '../shared/instant.ts';
import type { CustomerValue } from './customer-value.ts';

/** Historic customer lifetime value: what the customer paid and did not get back, in minor units. */
export function netMinor(value: CustomerValue): number {
  return value.grossMinor - value.refundedMinor;
}

/**
 * Net value per counted purchase, in whole minor units (half away from zero); null before the first. Money of renewals
 * is money of the value: for the average of the orders alone, take it off the value first.
 *
 * @example
 * ```ts
 * averageOrderMinor({ ...emptyValue(eur), orderCount: 2, grossMinor: 3001, purchasedAt: [a, b] }); // 1501
 * ```
 */
export function averageOrderMinor(value: CustomerValue): number | null {
  if (value.orderCount === 0) return null;
  const net = netMinor(value);
  return Math.sign(net) * Math.round(Math.abs(net) / value.orderCount) || 0;
}

/**
 * How often the customer buys: the median gap between one purchase and the next, in days; null below two purchases.
 * The median, because one long absence says little about the usual rhythm.
 */
export function rhythmDays(value: CustomerValue): number | null {
  const { purchasedAt } = value;
  const gaps = purchasedAt
    .slice(1)
    .map((at, index) => at - (purchasedAt[index] ?? at))
    .toSorted((a, b) => a - b);
  const lower = gaps[Math.floor((gaps.length - 1) / 2)];
  const upper = gaps[Math.floor(gaps.length / 2)];
  if (lower === undefined || upper === undefined) return null;
  return (lower + upper) / 2 / dayMs;
}

/** When the customer first bought; null when never. */
export function firstPurchaseAt(value: CustomerValue): Instant | null {
  return value.purchasedAt[0] ?? null;
}

/** When the customer last bought; null when never. */
export function lastPurchaseAt(value: CustomerValue): Instant | null {
  return value.purchasedAt.at(-1) ?? null;
}
