import { hourMs, minuteMs, plus, type Instant } from '@regulars/core/shared';
import type { EffectOutcome } from '../foundation/effects/settle-effects.ts';
import type { LookupState } from './lookup-repository.ts';

/** What the provider said of a mail; `silent` when it could not be asked. */
export type LookupAnswer = 'accepted' | 'absent' | 'silent';

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
 * sent once more, the same bytes under the same Message-ID, and never a third time. After a day nobody asks any more.
 */
export function decideLookup(before: LookupState, answer: LookupAnswer, now: Instant): LookupDecision {
  const { id } = before;
  const unknownAt = before.unknownAt ?? now;
  if (answer === 'accepted') {
    return {
      state: { ...before, unknownAt, lookups: before.lookups + 1 },
      outcome: { id, state: 'accepted', providerReference: null },
    };
  }
  const isAbsent = answer === 'absent';
  const state = {
    ...before,
    unknownAt,
    lookups: before.lookups + (isAbsent ? 1 : 0),
    absentAt: before.absentAt ?? (isAbsent ? now : null),
  };
  if (now - unknownAt > giveUpAfterMs)
    return { state, outcome: { id, state: 'unknown_final', reason: 'outcome_unknown' } };
  const isCertain = isAbsent && before.absentAt !== null && now - before.absentAt >= absentApartMs;
  if (!isCertain)
    return { state, outcome: { id, state: 'unknown', reason: 'outcome_unknown', dueAt: nextLookupAt(unknownAt, now) } };
  if (before.resentAt !== null) return { state, outcome: { id, state: 'unknown_final', reason: 'outcome_unknown' } };
  const resent = { ...state, unknownAt: null, absentAt: null, resentAt: now };
  return { state: resent, outcome: { id, state: 'planned', reason: 'sent_once_more', dueAt: now } };
}
