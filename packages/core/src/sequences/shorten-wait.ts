import type { CheckInAnswer } from '../messaging/check-in.ts';
import type { DecisionContext, EnrollmentDecision } from './decision.ts';
import type { EnrollmentState } from './enrollment.ts';
import { findWaitEnd } from './schedule.ts';

/** Brings the end of the wait an enrollment rests on forward, where its step says so; never back. Null when nothing changes. */
export function shortenWait(
  state: EnrollmentState,
  answer: CheckInAnswer,
  { definition, now, timeZone }: DecisionContext,
): EnrollmentDecision | null {
  const wait = definition.steps.find((step) => step.id === state.stepId);
  if (wait?.kind !== 'wait' || wait.soonerOn?.answer !== answer || state.dueAt === null) return null;
  const dueAt = findWaitEnd({ ...wait, delayMs: wait.soonerOn.delayMs }, now, timeZone);
  if (dueAt >= state.dueAt) return null;
  const { enrollmentId, sequenceId } = state;
  return {
    state: { ...state, dueAt },
    events: [
      {
        kind: 'waitShortened',
        data: { enrollmentId, sequenceId, sequenceKey: definition.key, stepId: wait.id, dueAt, answer },
      },
    ],
    effects: [],
    cancelledMailKeys: [],
  };
}
