import { assertNever } from '../shared/assert-never.ts';
import type { DecisionContext, EnrollmentDecision } from './decision.ts';
import {
  toMailKey,
  type EnrollmentEvent,
  type EnrollmentState,
  type MailEffect,
  type StepOutcome,
} from './enrollment.ts';
import { findWaitEnd } from './schedule.ts';
import type { Step } from './step.ts';

/** A loop that waits is allowed; one that never ends is not. */
const maxVisits = 24;

/** Takes one step after the other, from `firstStepId` to the next wait or the end. */
export function takeSteps(
  before: EnrollmentState,
  firstStepId: string | null,
  context: DecisionContext,
): EnrollmentDecision {
  const { steps, key: sequenceKey } = context.definition;
  const about = { enrollmentId: before.enrollmentId, sequenceId: before.sequenceId, sequenceKey };
  const visits = { ...before.visits };
  const events: EnrollmentEvent[] = [];
  const effects: MailEffect[] = [];

  const end = (status: 'completed' | 'exited', reason: string | null): EnrollmentDecision => {
    events.push({ kind: 'enrollmentEnded', data: { ...about, status, reason } });
    return {
      state: { ...before, status, reason, stepId: null, dueAt: null, visits, endedAt: context.now },
      events,
      effects,
      cancelledMailKeys: [],
    };
  };

  for (let stepId = firstStepId; stepId !== null;) {
    const index = steps.findIndex((candidate) => candidate.id === stepId);
    const step = steps[index];
    if (step === undefined) throw new RangeError(`The sequence has no step "${stepId}".`);
    if (step.kind === 'exit') return end('exited', step.reason);

    const visit = (visits[step.id] ?? 0) + 1;
    if (visit > maxVisits) return end('exited', 'visit_limit');
    visits[step.id] = visit;

    const outcome = takeStep(step, visit, before, context);
    events.push({ kind: 'stepTaken', data: { ...about, stepId: step.id, visit, outcome } });
    if (outcome.kind === 'wait') {
      return {
        state: { ...before, stepId: step.id, dueAt: outcome.dueAt, visits },
        events,
        effects,
        cancelledMailKeys: [],
      };
    }
    if (step.kind === 'send' && outcome.kind === 'send') {
      const { templateKey, purpose } = step;
      const enrollment = { ...about, stepId: step.id, visit };
      effects.push({
        kind: 'mail',
        key: outcome.mailKey,
        dueAt: context.now,
        payload: { templateKey, purpose, orderId: before.orderId, ...aboutCart(before), enrollment },
      });
    }
    if (step.kind === 'reward' && outcome.kind === 'reward') {
      events.push({
        kind: 'rewardGranted',
        data: { ...about, stepId: step.id, visit, source: outcome.source, reward: step.reward },
      });
    }
    stepId = outcome.kind === 'branch' ? outcome.next : nextOf(step, steps[index + 1]);
  }
  return end('completed', null);
}

/** Left out where there is no cart, so that other mails are planned as ever. */
function aboutCart({ cartId }: EnrollmentState) {
  return cartId === undefined ? {} : { cartId };
}

function takeStep(
  step: Exclude<Step, { kind: 'exit' }>,
  visit: number,
  { enrollmentId }: EnrollmentState,
  { now, timeZone, segmentKeys }: DecisionContext,
): StepOutcome {
  switch (step.kind) {
    case 'wait':
      return { kind: 'wait', dueAt: findWaitEnd(step, now, timeZone) };
    case 'send':
      return { kind: 'send', templateKey: step.templateKey, mailKey: toMailKey(enrollmentId, step.id, visit) };
    case 'branch': {
      const isMember = segmentKeys.has(step.segmentKey);
      return { kind: 'branch', segmentKey: step.segmentKey, isMember, next: isMember ? step.then : step.otherwise };
    }
    case 'reward':
      return { kind: 'reward', source: `enrollment:${enrollmentId}:${step.id}:${visit}` };
    default:
      return assertNever(step);
  }
}

function nextOf(step: Step, following: Step | undefined): string | null {
  return ('next' in step ? step.next : undefined) ?? following?.id ?? null;
}
