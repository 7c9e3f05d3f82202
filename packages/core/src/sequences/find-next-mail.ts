import { listSuccessors } from './step-graph.ts';
import type { Step } from './step.ts';

/** Which mail a rest ends in: its template; or that a branch decides only then; or that no mail follows it at once. */
export type NextMail =
  | { readonly kind: 'template'; readonly templateKey: string }
  | { readonly kind: 'branch' }
  | { readonly kind: 'none' };

/**
 * What is sent when the wait at `stepId` is over, before any other wait.
 *
 * @example
 * ```ts
 * findNextMail([{ id: 'rest', kind: 'wait', delayMs: dayMs }, thankYou], 'rest'); // { kind: 'template', templateKey: 'thank-you' }
 * ```
 */
export function findNextMail(steps: readonly Step[], stepId: string): NextMail {
  const passed = new Set<number>();
  let index = steps.findIndex(({ id }) => id === stepId);
  while (index !== -1 && !passed.has(index)) {
    const step = steps[index];
    if (step?.kind === 'send') return { kind: 'template', templateKey: step.templateKey };
    if (step?.kind === 'branch') return { kind: 'branch' };
    if (step?.kind === 'wait' && passed.size > 0) break;
    passed.add(index);
    const [successor] = listSuccessors(steps, index);
    index = successor === undefined || successor === 'end' ? -1 : steps.findIndex(({ id }) => id === successor.stepId);
  }
  return { kind: 'none' };
}
