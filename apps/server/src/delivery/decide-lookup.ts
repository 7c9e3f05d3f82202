import type { MailCapabilities } from '@regulars/adapter-contracts';
import { hourMs, minuteMs, plus, type Instant } from '@regulars/core/shared';
import type { EffectOutcome } from '../foundation/effects/settle-effects.ts';
import type { LookupState } from './lookup-repository.ts';

/** What the provider said of a mail; `silent` when it did not answer, `unaskable` when nobody can be asked. */
export type LookupAnswer = 'accepted' | 'absent' | 'silent' | 'unaskable';

export interface LookupDecision {
  readonly state: LookupState;
  readonly outcome: EffectOutcome;
}

/** Asked this long after the mail became unknown. */
const lookupAfterMs = [minuteMs, 5 * minuteMs, 30 * minuteMs];
/** Events appear late at a provider: absent twice, this far apart, is absent. */
const absentApartMs = 5 * minuteMs;
const giveUpAfterMs = 24 * hourMs;

/** When a mail that became unknown at an instant is first asked about, and then again. */
export function nextLookupAt(unknownAt: Instant, now: Instant): Instant {
  const due = lookupAfterMs.map((afterMs) => plus(unknownAt, afterMs)).find((at) => at > now);
  return due ?? plus(now, 30 * minuteMs);
}

/**
 * What becomes of an unknown mail after the provider was asked. Found: it went. Absent twice, five minutes apart: it is
 * sent once more, the same bytes under the same Message-ID, and never a third time. Where the answer is the truth at once
 * (`immediate`), absent once is enough. After a day nobody asks any more.
 */
export function decideLookup(
  before: LookupState,
  answer: LookupAnswer,
  resolution: MailCapabilities['resolution'],
  now: Instant,
): LookupDecision {
  const { id } = before;
  const unknownAt = before.unknownAt ?? now;
  const isAbsent = answer === 'absent';
  const state: LookupState = {
    ...before,
    unknownAt,
    lookups: before.lookups + (isAbsent || answer === 'accepted' ? 1 : 0),
    absentAt: before.absentAt ?? (isAbsent ? now : null),
  };
  if (answer === 'accepted') return { state, outcome: { id, state: 'accepted', providerReference: null } };
  const final: LookupDecision = { state, outcome: { id, state: 'unknown_final', reason: 'outcome_unknown' } };
  if (answer === 'unaskable' || now - unknownAt > giveUpAfterMs) return final;
  if (isAbsent && resolution === 'immediate') return sendOnceMore(state, now);

  // Just come back from a dead worker, it has not been unknown for long: what is absent now may still appear.
  const isCertain = isAbsent && before.absentAt !== null && now - before.absentAt >= absentApartMs;
  if (isCertain) return before.resentAt === null ? sendOnceMore(state, now) : final;
  const dueAt = nextLookupAt(unknownAt, now);
  return { state, outcome: { id, state: 'unknown', reason: 'outcome_unknown', dueAt } };
}

function sendOnceMore(state: LookupState, now: Instant): LookupDecision {
  const resent = { ...state, unknownAt: null, absentAt: null, resentAt: now };
  return { state: resent, outcome: { id: state.id, state: 'planned', reason: 'sent_once_more', dueAt: now } };
}
