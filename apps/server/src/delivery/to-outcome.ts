import {
  AdapterError,
  type AdapterErrorKind,
  type MailCapabilities,
  type SendOutcome,
} from '@regulars/adapter-contracts';
import { hourMs, minuteMs, plus, type EffectId, type Instant } from '@regulars/core/shared';
import type { EffectOutcome } from '../foundation/effects/settle-effects.ts';

/** What the adapter answered: an outcome, or whatever it threw. */
export type PostResult =
  | { readonly kind: 'answered'; readonly outcome: SendOutcome }
  | { readonly kind: 'failed'; readonly error: unknown };

/** Waits between attempts that certainly came to nothing; the send gate ends them when the mail is stale. */
const retryDelaysMs = [minuteMs, 5 * minuteMs, 15 * minuteMs, hourMs, 4 * hourMs];

/** When the provider is first asked about a mail of which nobody knows whether it went. */
export const firstLookupMs = minuteMs;

/** What becomes of a mail. `attempt` counts the attempts before this one. */
export function toOutcome(
  id: EffectId,
  result: PostResult,
  attempt: number,
  { resolution }: MailCapabilities,
  now: Instant,
): EffectOutcome {
  if (result.kind === 'answered') {
    const { outcome } = result;
    return outcome.status === 'accepted'
      ? { id, state: 'accepted', providerReference: outcome.providerReference }
      : { id, state: 'rejected', reason: outcome.reason };
  }
  const { error } = result;
  // An adapter that throws anything else is broken; what it did before is anybody's guess.
  if (!(error instanceof AdapterError) || error.outcome === 'unknown') {
    if (resolution === 'none') return { id, state: 'unknown_final', reason: 'outcome_unknown' };
    const dueAt = resolution === 'immediate' ? now : plus(now, firstLookupMs);
    return { id, state: 'unknown', reason: 'outcome_unknown', dueAt };
  }
  if (error.kind === 'invalid' || error.kind === 'notFound')
    return { id, state: 'rejected', reason: 'message_refused' };
  const delayMs =
    findAccountFault(result) !== null
      ? minuteMs
      : (retryDelaysMs[Math.min(attempt, retryDelaysMs.length - 1)] ?? hourMs);
  return { id, state: 'planned', reason: error.kind, dueAt: plus(now, Math.max(delayMs, error.retryAfterMs ?? 0)) };
}

/**
 * Why the account is out of order, so that no other mail would fare better and it rests until a person looks at it;
 * null when it is not.
 */
export function findAccountFault(result: PostResult): AdapterErrorKind | null {
  if (result.kind !== 'failed' || !(result.error instanceof AdapterError) || result.error.outcome !== 'notDone')
    return null;
  const { kind } = result.error;
  return kind === 'unauthenticated' || kind === 'forbidden' || kind === 'misconfigured' ? kind : null;
}

/** How long the account must be left alone after this answer, in milliseconds; null when it need not. */
export function findRequiredPauseMs(result: PostResult): number | null {
  if (findAccountFault(result) !== null) return minuteMs;
  const { error } = result.kind === 'failed' ? result : { error: null };
  return error instanceof AdapterError && error.kind === 'rateLimited' ? (error.retryAfterMs ?? minuteMs) : null;
}
