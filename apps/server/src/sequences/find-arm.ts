import { listSuccessors, type SequenceDefinition } from '@regulars/core/sequences';
import type { EnrollmentGroup } from './count-repository.ts';
import { findExitStep } from './last-step.ts';

type Steps = SequenceDefinition['steps'];

/** Where a branch leads: to those for whom it holds, or the others. */
export type Arm = 'then' | 'otherwise';

/** Which way these went at a branch, seen from the steps that only one of the ways leads to. */
export function findArm(group: EnrollmentGroup, branchId: string, steps: Steps): Arm | null {
  const branch = steps.find(({ id }) => id === branchId);
  if (branch?.kind !== 'branch' || !(branchId in group.visits)) return null;
  const ways = { then: listFollowing(steps, branch.then), otherwise: listFollowing(steps, branch.otherwise) };
  const came = new Set([...Object.keys(group.visits), findExitStep(group, steps)]);
  const isOnly = (way: Arm, other: Arm) => [...ways[way]].some((id) => came.has(id) && !ways[other].has(id));
  if (isOnly('then', 'otherwise')) return 'then';
  return isOnly('otherwise', 'then') ? 'otherwise' : null;
}

/** This step and all that may come after it. */
function listFollowing(steps: Steps, firstId: string): ReadonlySet<string> {
  const following = new Set<string>();
  const open = [firstId];
  for (let id = open.pop(); id !== undefined; id = open.pop()) {
    const index = steps.findIndex((step) => step.id === id);
    if (index < 0 || following.has(id)) continue;
    following.add(id);
    open.push(...listSuccessors(steps, index).flatMap((next) => (next === 'end' ? [] : [next.stepId])));
  }
  return following;
}
