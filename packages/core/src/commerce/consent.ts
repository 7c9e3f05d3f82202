import type { Instant } from '../shared/instant.ts';

export type ConsentState = 'subscribed' | 'unsubscribed' | 'pending' | 'not_asked';

/** What a customer allows the store to send for marketing. A suppression always wins over it. */
export interface Consent {
  readonly state: ConsentState;
  readonly at: Instant | null;
  /** Where it was given: 'checkout', 'form', 'import', 'unsubscribe link' … */
  readonly source: string | null;
}
