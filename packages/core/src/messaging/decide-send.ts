import type { Consent } from '../commerce/consent.ts';
import { hourMs, minuteMs, plus, type Instant } from '../shared/instant.ts';
import { defaultConsentPolicy, toConsentBasis, type ConsentBasis, type ConsentPolicy } from './consent-basis.ts';
import { defaultFrequencyCaps, findReachedCap, type FrequencyCap, type ReachedCap } from './frequency-cap.ts';
import type { MessagePurpose } from './purpose.ts';
import { defaultQuietHours, findEndOfQuietHours, type QuietHours } from './quiet-hours.ts';
import { findForbidding, type Suppression, type SuppressionReason } from './suppression.ts';

/** What must be known of a message before it may go. */
export interface SendRequest {
  readonly purpose: MessagePurpose;
  /** When it was first meant to go. */
  readonly dueAt: Instant;
}

/** What is true of the recipient, the sequence and the store at the moment of sending. */
export interface SendFacts {
  readonly hasAddress: boolean;
  readonly isErased: boolean;
  readonly suppressions: readonly Suppression[];
  readonly consent: Consent | null;
  readonly lastPurchaseAt: Instant | null;
  /** The recipient's IANA zone, or the store's where theirs is unknown. */
  readonly timeZone: string;
  /** When marketing was or may have been sent to them, at least as far back as the longest cap. */
  readonly marketingSentAt: readonly Instant[];
  /** Of the sequence it belongs to; `none`: it belongs to none, such as the notice of a reward. */
  readonly sequence: 'none' | 'running' | 'paused' | 'ended';
  /** Somebody still owes them an answer. */
  readonly hasOpenCase: boolean;
  readonly isStorePaused: boolean;
}

export interface SendPolicy {
  readonly consent: ConsentPolicy;
  readonly caps: readonly FrequencyCap[];
  readonly quietHours: QuietHours | null;
  /**
   * Later than this after it was due, a message would be out of place; null sends it however late. What concerns an order
   * or a reward and belongs to no sequence is sent however late, too: it stays true until the room that planned it calls it off.
   */
  readonly staleAfterMs: number | null;
  /** How long to wait before a pause is looked at again. */
  readonly pauseRecheckMs: number;
}

export const defaultSendPolicy: SendPolicy = {
  consent: defaultConsentPolicy,
  caps: defaultFrequencyCaps,
  quietHours: defaultQuietHours,
  staleAfterMs: 24 * hourMs,
  pauseRecheckMs: 15 * minuteMs,
};

/** Why a message never goes. Codes are API: they stand in the customer's timeline. */
export type SkipReason =
  | 'erased'
  | 'no_address'
  | SuppressionReason
  | 'sequence_ended'
  | 'no_consent'
  | 'stale'
  | 'case_open'
  | 'cap';

/** Why a message waits. */
export type DeferReason = 'store_paused' | 'sequence_paused' | 'case_open' | 'quiet_hours';

export type SendVerdict =
  | { readonly kind: 'send'; readonly basis: ConsentBasis | 'transactional' }
  | { readonly kind: 'skip'; readonly reason: SkipReason; /** The limit that was reached. */ readonly cap?: ReachedCap }
  | { readonly kind: 'defer'; readonly reason: DeferReason; readonly until: Instant };

/**
 * The send gate: asked once when a message is claimed, with everything as it stands then, so that nobody is written to
 * on the strength of what was true when the message was planned. What forbids for good is asked first, what only
 * delays after it, and the cap last, so that a message that waits takes no one's place. Who waits for a person's answer
 * is sent no marketing meanwhile; what the answer comes too late for is never sent.
 *
 * @example
 * ```ts
 * decideSend({ purpose: 'marketing', dueAt: now }, { ...facts, suppressions: [{ reason: 'unsubscribed', scope: 'marketing' }] }, now);
 * // { kind: 'skip', reason: 'unsubscribed' }
 * ```
 */
export function decideSend(
  message: SendRequest,
  facts: SendFacts,
  now: Instant,
  policy: SendPolicy = defaultSendPolicy,
): SendVerdict {
  const forbidden = findReasonToSkip(message, facts, now, policy);
  if (forbidden !== null) return { kind: 'skip', reason: forbidden };

  const recheckAt = plus(now, policy.pauseRecheckMs);
  if (facts.isStorePaused) return { kind: 'defer', reason: 'store_paused', until: recheckAt };
  if (facts.sequence === 'paused') return { kind: 'defer', reason: 'sequence_paused', until: recheckAt };
  if (message.purpose === 'transactional') return { kind: 'send', basis: 'transactional' };

  if (facts.hasOpenCase) return { kind: 'defer', reason: 'case_open', until: recheckAt };
  const quietUntil = policy.quietHours === null ? null : findEndOfQuietHours(now, facts.timeZone, policy.quietHours);
  if (quietUntil !== null) return { kind: 'defer', reason: 'quiet_hours', until: quietUntil };
  const cap = findReachedCap(facts.marketingSentAt, policy.caps, now);
  if (cap !== null) return { kind: 'skip', reason: 'cap', cap };
  return { kind: 'send', basis: toConsentBasis(facts.consent, facts.lastPurchaseAt, policy.consent, now) };
}

function findReasonToSkip(message: SendRequest, facts: SendFacts, now: Instant, policy: SendPolicy): SkipReason | null {
  if (facts.isErased) return 'erased';
  if (!facts.hasAddress) return 'no_address';
  const suppression = findForbidding(facts.suppressions, message.purpose);
  if (suppression !== null) return suppression.reason;
  if (facts.sequence === 'ended') return 'sequence_ended';
  const isMarketing = message.purpose === 'marketing';
  const isBoundToTheDay = isMarketing || facts.sequence !== 'none';
  if (isBoundToTheDay && policy.staleAfterMs !== null && now - message.dueAt > policy.staleAfterMs)
    return isMarketing && facts.hasOpenCase ? 'case_open' : 'stale';
  if (!isMarketing) return null;
  const basis = toConsentBasis(facts.consent, facts.lastPurchaseAt, policy.consent, now);
  if (basis === 'withdrawn') return 'unsubscribed';
  return basis === 'none' ? 'no_consent' : null;
}
