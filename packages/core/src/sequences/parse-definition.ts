import { fail, ok, type Rejection, type Result } from '../shared/result.ts';
import { sequenceDefinitionSchema, type SequenceDefinition } from './definition.ts';
import { findLoopWithoutWait, listReachable, listSuccessors } from './step-graph.ts';

export type DefinitionRejection = Rejection<
  | 'sequence.definition_invalid'
  | 'sequence.step_duplicate'
  | 'sequence.step_unknown'
  | 'sequence.step_unreachable'
  | 'sequence.loop_without_wait'
  | 'sequence.reentry_impossible'
  | 'sequence.template_missing'
  | 'sequence.segment_missing'
>;

/** What the store has that a definition may name. */
export interface DefinitionContext {
  readonly templateKeys: ReadonlySet<string>;
  readonly segmentKeys: ReadonlySet<string>;
}

/**
 * Reads a sequence from JSON of unknown origin and proves that it can run: every step is known and reached, no loop
 * runs without a wait, templates and segments exist.
 *
 * @returns the definition, or every trouble found, each with the JSON pointer of its place.
 * @example
 * ```ts
 * parseSequenceDefinition({ ...definition, steps: [] }, context).failure[0].path; // '/steps'
 * ```
 */
export function parseSequenceDefinition(
  input: unknown,
  context: DefinitionContext,
): Result<SequenceDefinition, readonly DefinitionRejection[]> {
  const parsed = sequenceDefinitionSchema.safeParse(input);
  if (!parsed.success) {
    return fail(
      parsed.error.issues.map(({ path, message }) => ({
        code: 'sequence.definition_invalid' as const,
        path: path.map((part) => `/${String(part).replaceAll('~', '~0').replaceAll('/', '~1')}`).join(''),
        message,
      })),
    );
  }
  const rejections = [...checkSteps(parsed.data), ...checkNames(parsed.data, context)];
  return rejections.length > 0 ? fail(rejections) : ok(parsed.data);
}

function checkSteps({ steps }: SequenceDefinition): DefinitionRejection[] {
  const rejections: DefinitionRejection[] = [];
  const known = new Set<string>();
  for (const [index, step] of steps.entries()) {
    if (known.has(step.id)) {
      rejections.push({
        code: 'sequence.step_duplicate',
        path: `/steps/${index}/id`,
        message: `Another step is already called "${step.id}"; each needs a name of its own.`,
      });
    }
    known.add(step.id);
  }
  for (const index of steps.keys()) {
    for (const successor of listSuccessors(steps, index)) {
      if (successor === 'end' || known.has(successor.stepId)) continue;
      rejections.push({
        code: 'sequence.step_unknown',
        path: `/steps/${index}/${successor.field}`,
        message: `No step is called "${successor.stepId}".`,
      });
    }
  }
  const reachable = listReachable(steps);
  for (const [index, step] of steps.entries()) {
    if (reachable.has(step.id)) continue;
    rejections.push({
      code: 'sequence.step_unreachable',
      path: `/steps/${index}`,
      message: 'Nothing leads to this step; lead to it with "next", or take it out.',
    });
  }
  const loop = findLoopWithoutWait(steps);
  if (loop !== null) {
    rejections.push({
      code: 'sequence.loop_without_wait',
      path: `/steps/${loop}`,
      message: 'From here the steps come back here without a wait; put a wait into the loop.',
    });
  }
  return rejections;
}

function checkNames(
  { trigger, reentry, steps }: SequenceDefinition,
  context: DefinitionContext,
): DefinitionRejection[] {
  const rejections: DefinitionRejection[] = [];
  const impossible = findImpossibleReentry(trigger, reentry);
  if (impossible !== null) {
    rejections.push({ code: 'sequence.reentry_impossible', path: '/reentry', message: impossible });
  }
  const checkSegment = (key: string | undefined, path: string): void => {
    if (key === undefined || context.segmentKeys.has(key)) return;
    rejections.push({ code: 'sequence.segment_missing', path, message: `The store has no segment "${key}".` });
  };
  checkSegment(trigger.when?.segmentKey, '/trigger/when/segmentKey');
  for (const [index, step] of steps.entries()) {
    if (step.kind === 'branch') checkSegment(step.segmentKey, `/steps/${index}/segmentKey`);
    if (step.kind === 'send' && !context.templateKeys.has(step.templateKey)) {
      rejections.push({
        code: 'sequence.template_missing',
        path: `/steps/${index}/templateKey`,
        message: `The store has no template "${step.templateKey}".`,
      });
    }
  }
  return rejections;
}

function findImpossibleReentry(
  { event }: SequenceDefinition['trigger'],
  reentry: SequenceDefinition['reentry'],
): string | null {
  if ((event === 'cartAbandoned') !== (reentry === 'oncePerCart'))
    return 'What a cart begins, begins "oncePerCart", and nothing else does.';
  if (event === 'segmentEntered' && reentry === 'oncePerOrder')
    return 'A segment is entered without an order; use "oncePerCustomer".';
  return null;
}
