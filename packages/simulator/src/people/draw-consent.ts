import type { Consent } from '@regulars/core/commerce';
import type { Instant, Random } from '@regulars/core/shared';
import { choose } from '../laws/choose.ts';

/** What the checkout knows of somebody's wish for marketing mails, by weight: many leave the box as it is. */
export const consentWeights = [
  ['subscribed', 58],
  ['not_asked', 30],
  ['unsubscribed', 12],
] as const;

export function drawConsent(random: Random, at: Instant): Consent {
  const state = choose(random, consentWeights);
  return state === 'not_asked' ? { state, at: null, source: null } : { state, at, source: 'checkout' };
}
