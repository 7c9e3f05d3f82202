import type { EnrollmentState } from '@regulars/core/sequences';
import type { StoreId } from '@regulars/core/shared';
import { findCustomersWithOpenCase } from '../cases/door.ts';
import { crashPoint } from '../foundation/crash-points.ts';
import { loadMemberships } from '../segments/door.ts';
import { decideSafely } from './decide-safely.ts';
import { claimDueEnrollments } from './enrollment-repository.ts';
import { loadDeciding } from './load-deciding.ts';
import { createOutcomes } from './outcomes.ts';
import type { DecideDeps } from './react-to-events.ts';

const batchSize = 200;
const restCodes: ReadonlySet<string> = new Set(['sequence.paused', 'enrollment.case_open']);

/**
 * Moves one batch of enrollments on whose wait is over by Postgres' clock, and begins those that could not at first.
 *
 * @returns how many were due.
 */
export async function advanceEnrollments(
  { database, definitions, log }: DecideDeps,
  storeId: StoreId,
): Promise<number> {
  const count = await database.withStore(storeId, async (tx, now) => {
    const due = await claimDueEnrollments(tx, storeId, batchSize);
    if (due.length === 0) return 0;
    const deciding = await loadDeciding(tx, storeId, definitions, due);
    const customerIds = [...new Set(due.map(({ customerId }) => customerId))];
    const memberships = await loadMemberships(tx, storeId, customerIds);
    const withOpenCase = await findCustomersWithOpenCase(tx, storeId, customerIds);
    const outcomes = createOutcomes(storeId, now);
    for (const state of due) {
      const context = {
        definition: deciding.findDefinition(state),
        now,
        timeZone: deciding.timeZone,
        segmentKeys: memberships.get(state.customerId) ?? new Set<string>(),
        hasOpenCase: withOpenCase.has(state.customerId),
        sequenceStatus: deciding.statusOf(state.sequenceId),
      };
      const decided = isBegun(state)
        ? decideSafely(state, { kind: 'timerDue' }, context, log)
        : decideSafely(null, { kind: 'enroll', identity: state }, context, log);
      if (decided.kind === 'decided') outcomes.addDecision(decided.decision);
      // Paused, or a case opened, since it was claimed: it stays due. Whatever else is refused here cannot be right, and must not spin.
      else if (!restCodes.has(decided.code)) outcomes.addFailure(state, decided.code);
    }
    await outcomes.write(tx);
    crashPoint('sequences.beforeCommit');
    return due.length;
  });
  crashPoint('sequences.afterCommit');
  return count;
}

/** One that was set aside before its first step and taken up again rests nowhere yet. */
function isBegun({ stepId }: EnrollmentState): boolean {
  return stepId !== null;
}
