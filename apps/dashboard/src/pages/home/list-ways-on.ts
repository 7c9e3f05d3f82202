import { listSuccessors, type SequenceDefinition } from '@regulars/core/sequences';

type Steps = SequenceDefinition['steps'];

export interface WaysOn {
  /** Mails one of the ways sends at once. */
  readonly templateKeys: readonly string[];
  /** Whether a way ends, or rests, without a mail. */
  readonly hasSilentWay: boolean;
}

/** What may come of a sequence's branches, before any other wait. */
export function listWaysOn(steps: Steps): WaysOn {
  const templateKeys = new Set<string>();
  let hasSilentWay = false;
  const passed = new Set<string>();
  const open = steps.flatMap((step) => (step.kind === 'branch' ? [step.then, step.otherwise] : []));
  for (let id = open.shift(); id !== undefined; id = open.shift()) {
    const index = steps.findIndex((step) => step.id === id);
    const step = steps[index];
    if (passed.has(id)) continue;
    passed.add(id);
    if (step?.kind === 'send') {
      templateKeys.add(step.templateKey);
    } else if (step === undefined || step.kind === 'wait' || step.kind === 'exit') {
      hasSilentWay = true;
    } else {
      for (const successor of listSuccessors(steps, index)) {
        if (successor === 'end') hasSilentWay = true;
        else open.push(successor.stepId);
      }
    }
  }
  return { templateKeys: [...templateKeys], hasSilentWay };
}
