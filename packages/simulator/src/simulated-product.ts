import type { Product } from '@regulars/core/commerce';
import type { CurrencyCode } from '@regulars/core/shared';

/** A product of a simulated store: the common model with nothing left open, and what the shop's page says of it. */
export interface SimulatedProduct extends Product {
  readonly url: string;
  readonly priceMinor: number;
  readonly currency: CurrencyCode;
  readonly isDigital: boolean;
  /** In the store's language. */
  readonly description: string;
  /** After how many days one piece is used up; null for what lasts. */
  readonly replenishmentDays: number | null;
  /** The row of products it belongs to, read or climbed in order; null when it stands for itself. */
  readonly series: { readonly key: string; readonly position: number } | null;
}
