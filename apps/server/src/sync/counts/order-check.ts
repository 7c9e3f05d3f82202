import type { OrderCountSpan } from '@regulars/adapter-contracts';
import type { ConnectionId, CurrencyCode, Instant, StoreId } from '@regulars/core/shared';
import type { Comparison } from './comparison.ts';

/** What comparing a platform's orders with ours came to. */
export interface OrderFinding extends OrderCountSpan {
  /** Null when the platform could not be asked. */
  readonly ordersHere: number | null;
  readonly ordersThere: number | null;
  /** Since when changes were compared one by one; null where they were not. */
  readonly comparedFrom: Instant | null;
  readonly comparison: Comparison | null;
  /** Of the sums. */
  readonly currency: CurrencyCode;
  /** Why the platform could not be asked, in words that may be shown. */
  readonly failure: { readonly code: string; readonly message: string } | null;
}

/** A comparison under way: kept between batches. */
export interface OrderCheckProgress extends OrderCountSpan {
  readonly ordersHere: number;
  readonly ordersThere: number;
  readonly comparedFrom: Instant;
  /** The next page; null for the first. */
  readonly cursor: string | null;
  readonly comparison: Comparison;
}

/** The last comparison of a connection that ended. */
export interface OrderCheck extends OrderCountSpan, Omit<OrderFinding, 'comparison'> {
  readonly storeId: StoreId;
  readonly connectionId: ConnectionId;
  readonly checkedAt: Instant;
  readonly compared: number | null;
  readonly missing: number;
  readonly different: number;
  readonly sumHereMinor: number | null;
  readonly sumThereMinor: number | null;
}
