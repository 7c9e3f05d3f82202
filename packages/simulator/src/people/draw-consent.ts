import type { Consent } from '@regulars/core/commerce';
import type { Instant, Random } from '@regulars/core/shared';
import { choose } from '../laws/choose.ts';

/** What somebody answers at the checkout when asked for marketing mails; some shops' forms do not ask everybody. */
const answers = [
  ['subscribed', 58],
  ['unsubscribed', 30],
  ['not_asked', 12],
] as const;

export function drawConsent(random: Random, at: Instant): Consent {
  const state = choose(random, answers);
  return state === 'not_asked' ? { state, at: null, source: null } : { state, at, source: 'checkout' };
}
