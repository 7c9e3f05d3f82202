import type { Instant } from '../shared/instant.ts';
import type { Consent } from './consent.ts';

/** A buyer as an order or the platform describes them. A guest has no `externalId`. */
export interface CustomerDetails {
  readonly externalId: string | null;
  /** As the customer typed it; compare by `toEmailKey`. */
  readonly email: string | null;
  readonly phone: string | null;
  readonly firstName: string | null;
  readonly lastName: string | null;
  /** BCP 47, as the platform knows it; null when it does not. */
  readonly locale: string | null;
  /** What the customer said about marketing; null when the platform does not know. */
  readonly consent: Consent | null;
}

/** A customer record of the platform itself (not every buyer has one). */
export interface PlatformCustomer extends CustomerDetails {
  readonly externalId: string;
  readonly createdAt: Instant | null;
  readonly updatedAt: Instant;
  readonly country: string | null;
  readonly tags: readonly string[];
}
