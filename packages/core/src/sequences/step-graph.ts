import { assertNever } from '../shared/assert-never.ts';
import type { Step } from './step.ts';

/** Where a step leads; `end` when its enrollment is over after it. */
export type Successor =
  | { readonly stepId: string; /** The field that says so, for pointing at it. */ readonly field: string }
  | 'end';

/** Every way on from the step at `index`. */
export function listSuccessors(steps: readonly Step[], index: number): readonly Successor[] {
  const step = steps[index];
  if (step === undefined) return [];
  switch (step.kind) {
    case 'wait':
    case 'send':
    case 'reward': {
      const following = step.next ?? steps[index + 1]?.id;
      return [following === undefined ? 'end' : { stepId: following, field: 'next' }];
    }
    case 'branch':
      return [
        { stepId: step.then, field: 'then' },
        { stepId: step.otherwise, field: 'otherwise' },
      ];
    case 'exit':
      return ['end'];
    default:
      return assertNever(step);
  }
}

/** The ids of all steps that some enrollment can come by. Steps that are named but do not exist are passed over. */
export function listReachable(steps: readonly Step[]): ReadonlySet<string> {
  const indexOf = new Map(steps.map((step, index) => [step.id, index]));
  const reached = new Set<string>();
  const open = steps[0] === undefined ? [] : [steps[0].id];
  for (let id = open.pop(); id !== undefined; id = open.pop()) {
    const index = indexOf.get(id);
    if (index === undefined || reached.has(id)) continue;
    reached.add(id);
    for (const successor of listSuccessors(steps, index)) if (successor !== 'end') open.push(successor.stepId);
  }
  return reached;
}

/** The index of a step from which one comes back to it without ever waiting; null when every loop waits. */
export function findLoopWithoutWait(steps: readonly Step[]): number | null {
  const indexOf = new Map(steps.map((step, index) => [step.id, index]));
  const state = new Map<number, 'open' | 'done'>();
  const visit = (index: number): number | null => {
    if (state.get(index) === 'done' || steps[index]?.kind === 'wait') return null;
    if (state.get(index) === 'open') return index;
    state.set(index, 'open');
    for (const successor of listSuccessors(steps, index)) {
      const following = successor === 'end' ? undefined : indexOf.get(successor.stepId);
      const loop = following === undefined ? null : visit(following);
      if (loop !== null) return loop;
    }
    state.set(index, 'done');
    return null;
  };
  for (let index = 0; index < steps.length; index += 1) {
    const loop = visit(index);
    if (loop !== null) return loop;
  }
  return null;
}
