import type { Consent } from '../commerce/consent.ts';
import { dayMs, plus, type Instant } from '../shared/instant.ts';

/**
 * On what ground a store may send marketing: `express` was said by the customer, `implied` follows from a purchase
 * (the soft opt-in for a shop's own, similar products), `none` is no ground, `withdrawn` is a no.
 */
export type ConsentBasis = 'express' | 'implied' | 'none' | 'withdrawn';

export interface ConsentPolicy {
  /** How long a purchase implies consent, in days; 0 where only express consent counts. */
  readonly impliedForDays: number;
}

/** Two years after a purchase: the bound of Canada's CASL, within the soft opt-in of the ePrivacy Directive 13(2). */
export const defaultConsentPolicy: ConsentPolicy = { impliedForDays: 730 };

/**
 * The ground for marketing to a customer at an instant. A pending double opt-in is no ground, not even after a
 * purchase: the customer was asked and has not answered.
 *
 * @param consent what the customer said; null when the platform does not know.
 * @param lastPurchaseAt null for somebody who never bought.
 */
export function toConsentBasis(
  consent: Consent | null,
  lastPurchaseAt: Instant | null,
  policy: ConsentPolicy,
  now: Instant,
): ConsentBasis {
  switch (consent?.state) {
    case 'subscribed':
      return 'express';
    case 'unsubscribed':
      return 'withdrawn';
    case 'pending':
      return 'none';
    default: {
      if (lastPurchaseAt === null) return 'none';
      return plus(lastPurchaseAt, policy.impliedForDays * dayMs) > now ? 'implied' : 'none';
    }
  }
}
