import type { CurrencyCode } from '../shared/currency.ts';
import type { Instant } from '../shared/instant.ts';
import type { CustomerDetails } from './customer.ts';
import type { LineItem } from './line-item.ts';

/** A checkout somebody opened: what an order would be, before it is one. The full state as of `updatedAt`. */
export interface Checkout {
  readonly externalId: string;
  readonly startedAt: Instant;
  readonly updatedAt: Instant;
  /** When it became an order; null while it has not. */
  readonly completedAt: Instant | null;
  /** Where the customer finds it again; null when the platform has no such page (yet). */
  readonly recoveryUrl: string | null;
  readonly currency: CurrencyCode;
  /** What the customer would owe, in minor units. */
  readonly grandMinor: number;
  /** Null while nobody typed an address. */
  readonly customer: CustomerDetails | null;
  readonly lineItems: readonly LineItem[];
  /** Lower case. */
  readonly couponCodes: readonly string[];
}
