import { decideSend, type SendPolicy, type SendVerdict } from '@regulars/core/messaging';
import type { Instant } from '@regulars/core/shared';
import type { Store } from '../stores/door.ts';
import type { Candidate, Candidates } from './candidates.ts';

export interface DecidedCandidate {
  readonly candidate: Candidate;
  readonly verdict: SendVerdict;
}

/** Puts each candidate through the send gate, those first that were due first; each that may go counts for the next. */
export function decideBatch(
  { list, marketingSentAt }: Candidates,
  store: Store,
  policy: SendPolicy,
  now: Instant,
): readonly DecidedCandidate[] {
  const inOrder = [...list].sort(
    (a, b) => a.effect.firstDueAt - b.effect.firstDueAt || (a.effect.id < b.effect.id ? -1 : 1),
  );
  return inOrder.map((candidate) => {
    const { effect, request, recipient, recipientKey } = candidate;
    const sentAt = (recipientKey === null ? null : marketingSentAt.get(recipientKey)) ?? [];
    const verdict = decideSend(
      { purpose: request.purpose, dueAt: effect.firstDueAt },
      {
        hasAddress: recipientKey !== null,
        isErased: recipient === null || recipient.isErased,
        suppressions: candidate.suppressions,
        consent: recipient?.consent ?? null,
        lastPurchaseAt: recipient?.lastPurchaseAt ?? null,
        timeZone: store.timeZone,
        marketingSentAt: sentAt,
        sequence: candidate.sequence,
        hasOpenCase: candidate.hasOpenCase,
        isStorePaused: store.pausedAt !== null,
      },
      now,
      policy,
    );
    if (verdict.kind === 'send' && request.purpose === 'marketing' && recipientKey !== null) {
      marketingSentAt.set(recipientKey, [...sentAt, now]);
    }
    return { candidate, verdict };
  });
}
