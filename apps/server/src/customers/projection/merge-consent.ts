import type { ConsentState } from '@regulars/core/commerce';
import type { Instant } from '@regulars/core/shared';

export interface KnownConsent {
  readonly state: ConsentState | 'unknown';
  readonly source: string | null;
  readonly at: Instant | null;
}

/** A yes or a no outweighs a pending confirmation, and that outweighs not having been asked. */
const weight: Readonly<Record<KnownConsent['state'], number>> = {
  unknown: 0,
  not_asked: 1,
  pending: 2,
  subscribed: 3,
  unsubscribed: 3,
};

/**
 * The customer's consent after one more statement: the latest yes or no stands, and at the same moment the no.
 * Not being asked at one checkout takes back nothing. Does not depend on the order in which statements arrive.
 */
export function mergeConsent(known: KnownConsent, statement: KnownConsent & { readonly at: Instant }): KnownConsent {
  const difference = weight[statement.state] - weight[known.state];
  if (difference !== 0) return difference > 0 ? statement : known;
  if (known.at === null || statement.at !== known.at)
    return known.at === null || statement.at > known.at ? statement : known;
  return statement.state === 'unsubscribed' ? statement : known;
}
