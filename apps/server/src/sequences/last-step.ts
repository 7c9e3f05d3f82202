import type { SequenceDefinition } from '@regulars/core/sequences';
import type { EnrollmentGroup } from './count-repository.ts';

type Steps = SequenceDefinition['steps'];

/** The exit step that let these out; an exit step leaves no visit. */
export function findExitStep({ status, reason }: EnrollmentGroup, steps: Steps): string | null {
  if (status !== 'exited') return null;
  return steps.find((step) => step.kind === 'exit' && step.reason === reason)?.id ?? null;
}

/** Where these stand, or stood when they ended: the wait they rest on, else the last they came by as the version writes it. */
export function findLastStep(group: EnrollmentGroup, steps: Steps): string | null {
  return findExitStep(group, steps) ?? group.stepId ?? steps.findLast(({ id }) => id in group.visits)?.id ?? null;
}
