import type { CurrencyCode } from '../shared/currency.ts';
import type { Instant } from '../shared/instant.ts';

/** A product as the store sells it now. */
export interface Product {
  readonly externalId: string;
  readonly title: string;
  readonly url: string | null;
  readonly imageUrl: string | null;
  readonly categories: readonly string[];
  readonly tags: readonly string[];
  readonly priceMinor: number | null;
  readonly currency: CurrencyCode | null;
  readonly isDigital: boolean | null;
  readonly isAvailable: boolean;
  readonly updatedAt: Instant;
}
