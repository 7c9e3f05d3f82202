import type { Instant } from '@regulars/core/shared';

/** Why a provider does not write to somebody, as far as it is also a reason of ours. */
export type ProviderSuppressionReason = 'unsubscribed' | 'hard_bounce' | 'complaint';

/** An address on one of the provider's lists. */
export interface ProviderSuppression {
  readonly address: string;
  readonly reason: ProviderSuppressionReason;
  readonly at: Instant;
}

/** Some of a provider's lists. */
export interface SuppressionPage {
  readonly suppressions: readonly ProviderSuppression[];
  /** Where the next page begins; null after the last one. */
  readonly nextCursor: string | null;
}

/**
 * The lists of whom the provider does not write to. `unsubscribed` is about marketing alone: other mail must still go
 * out. What says nothing against an address, such as a refusal by policy, is not told.
 */
export interface MailSuppressions {
  /** A page of all the lists, one after the other; from the beginning when the cursor is null. */
  list(cursor: string | null): Promise<SuppressionPage>;
  /** Puts an address on a list; as often as one likes. */
  add(suppression: ProviderSuppression): Promise<void>;
  /** Takes an address off a list; also one that is not on it. */
  remove(suppression: Pick<ProviderSuppression, 'address' | 'reason'>): Promise<void>;
}
