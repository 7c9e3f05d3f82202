import type { CustomerId, EnrollmentId, Instant, StoreId } from '@regulars/core/shared';
import type { EnrollmentDecision, EnrollmentState } from '@regulars/core/sequences';
import type { Tx } from '../foundation/database/database.ts';
import { cancelEffects, planEffects, type NewEffect } from '../foundation/effects/plan-effects.ts';
import { appendEvents, type NewEvent } from '../foundation/events/event-log.ts';
import { deriveId } from '../foundation/ids.ts';
import { saveEnrollments, type WrittenEnrollment } from './enrollment-repository.ts';

/** What a batch has decided, gathered to be written at once. */
export interface Outcomes {
  addDecision(decision: EnrollmentDecision): void;
  /** Sets an enrollment aside; it is shown, and can be taken up again. */
  addFailure(state: EnrollmentState, code: string): void;
  /** Each table in one statement, however large the batch. */
  write(tx: Tx): Promise<void>;
}

export function createOutcomes(storeId: StoreId, now: Instant): Outcomes {
  // The last word on each enrollment counts: one batch may both begin and end it.
  const enrollments = new Map<EnrollmentId, WrittenEnrollment>();
  const events: NewEvent[] = [];
  const effects = new Map<string, NewEffect>();
  const cancelled = new Map<string, string>();
  const tell = (customerId: CustomerId, event: { readonly kind: string; readonly data: object }) => {
    events.push({ customerId, kind: event.kind, at: now, data: event.data });
  };

  return {
    addDecision: ({ state, events: told, effects: planned, cancelledMailKeys }) => {
      enrollments.set(state.enrollmentId, { state, failureCode: null });
      for (const event of told) tell(state.customerId, event);
      for (const { kind, key, dueAt, payload } of planned) {
        effects.set(key, { id: deriveId(storeId, key), kind, key, customerId: state.customerId, dueAt, payload });
      }
      for (const key of cancelledMailKeys) {
        cancelled.set(key, state.reason ?? 'exited');
      }
    },
    addFailure: (state, code) => {
      enrollments.set(state.enrollmentId, { state, failureCode: code });
      const { customerId, enrollmentId, sequenceId, stepId } = state;
      tell(customerId, { kind: 'enrollmentFailed', data: { enrollmentId, sequenceId, stepId, code } });
    },
    write: async (tx) => {
      await saveEnrollments(tx, storeId, [...enrollments.values()]);
      await appendEvents(tx, storeId, events);
      await planEffects(tx, storeId, [...effects.values()]);
      for (const [reason, keys] of Map.groupBy(cancelled.keys(), (key) => cancelled.get(key) ?? 'exited')) {
        await cancelEffects(tx, storeId, keys, reason);
      }
    },
  };
}
