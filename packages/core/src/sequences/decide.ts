import type { CheckInAnswer } from '../messaging/check-in.ts';
import { hourMs } from '../shared/instant.ts';
import { fail, ok, type Rejection, type Result } from '../shared/result.ts';
import type { DecisionContext, EnrollmentDecision } from './decision.ts';
import type { SequenceDefinition } from './definition.ts';
import { toMailKey, type EnrollmentEvent, type EnrollmentIdentity, type EnrollmentState } from './enrollment.ts';
import { shortenWait } from './shorten-wait.ts';
import { takeSteps } from './take-steps.ts';

/** What may move an enrollment on. */
export type EnrollmentInput =
  | { readonly kind: 'enroll'; readonly identity: EnrollmentIdentity }
  | { readonly kind: 'timerDue' }
  /** The customer answered the check-in of this enrollment. */
  | { readonly kind: 'answered'; readonly answer: CheckInAnswer }
  | { readonly kind: 'exit'; readonly reason: string };

export type DecisionRejection = Rejection<
  | 'enrollment.exists'
  | 'enrollment.missing'
  | 'enrollment.ended'
  | 'enrollment.not_due'
  | 'enrollment.not_sooner'
  | 'enrollment.case_open'
  | 'enrollment.step_unknown'
  | 'sequence.paused'
>;

/** So long after its end an enrollment's last mails may still wait at the gate, and can still be called off. */
const recallMs = 48 * hourMs;

/**
 * Decides what happens next in one enrollment: the only place that does, live, in simulation and in replay.
 * Equal arguments give equal decisions, keys and due times included.
 *
 * @param state null before the enrollment exists
 * @example
 * ```ts
 * const first = decide(null, { kind: 'enroll', identity }, context); // waits ten minutes
 * const second = decide(first.value.state, { kind: 'timerDue' }, { ...context, now: first.value.state.dueAt }); // plans the mail
 * ```
 */
export function decide(
  state: EnrollmentState | null,
  input: EnrollmentInput,
  context: DecisionContext,
): Result<EnrollmentDecision, DecisionRejection> {
  if (input.kind === 'enroll') {
    if (state !== null) return reject('enrollment.exists', 'The customer is enrolled for this already.');
    if (context.sequenceStatus === 'paused')
      return reject('sequence.paused', 'The sequence takes nobody in while it is paused.');
    return ok(enroll(input.identity, context));
  }
  if (state === null) return reject('enrollment.missing', 'There is no such enrollment.');
  if (input.kind === 'exit') return exit(state, input.reason, context);
  if (state.status !== 'active') return reject('enrollment.ended', 'The enrollment is over.');
  if (input.kind === 'answered') {
    const shortened = shortenWait(state, input.answer, context);
    return shortened === null ? reject('enrollment.not_sooner', 'The answer brings nothing forward.') : ok(shortened);
  }
  if (context.sequenceStatus === 'paused')
    return reject('sequence.paused', 'Nobody moves on while the sequence is paused.');
  if (context.hasOpenCase) return reject('enrollment.case_open', 'Nobody moves on while a case of theirs is open.');
  if (state.dueAt === null || context.now < state.dueAt)
    return reject('enrollment.not_due', 'The wait is not over yet.');
  const index = context.definition.steps.findIndex((step) => step.id === state.stepId);
  const wait = context.definition.steps[index];
  if (wait?.kind !== 'wait') return reject('enrollment.step_unknown', 'The version has no such wait to go on from.');
  return ok(takeSteps(state, wait.next ?? context.definition.steps[index + 1]?.id ?? null, context));
}

function enroll(identity: EnrollmentIdentity, context: DecisionContext): EnrollmentDecision {
  const { definition, now } = context;
  const { enrollmentId, sequenceId, version, orderId } = identity;
  const fresh: EnrollmentState = {
    ...identity,
    status: 'active',
    reason: null,
    stepId: null,
    dueAt: null,
    visits: {},
    enrolledAt: now,
    endedAt: null,
  };
  const walked = takeSteps(fresh, definition.steps[0]?.id ?? null, context);
  const enrolled: EnrollmentEvent = {
    kind: 'enrolled',
    data: {
      enrollmentId,
      sequenceId,
      sequenceKey: definition.key,
      version,
      orderId,
      ...(identity.cartId === undefined ? {} : { cartId: identity.cartId }),
    },
  };
  return { ...walked, events: [enrolled, ...walked.events] };
}

function exit(
  state: EnrollmentState,
  reason: string,
  { definition, now }: DecisionContext,
): Result<EnrollmentDecision, DecisionRejection> {
  const isRecallable = state.status === 'completed' && state.endedAt !== null && now - state.endedAt <= recallMs;
  if (state.status !== 'active' && !isRecallable) return reject('enrollment.ended', 'The enrollment is over.');
  const { enrollmentId, sequenceId } = state;
  return ok({
    state: { ...state, status: 'exited', reason, stepId: null, dueAt: null, endedAt: now },
    events: [
      {
        kind: 'enrollmentEnded',
        data: { enrollmentId, sequenceId, sequenceKey: definition.key, status: 'exited', reason },
      },
    ],
    effects: [],
    cancelledMailKeys: listMailKeys(state, definition),
  });
}

function listMailKeys(state: EnrollmentState, definition: SequenceDefinition): string[] {
  return definition.steps
    .filter((step) => step.kind === 'send')
    .flatMap(({ id }) =>
      Array.from({ length: state.visits[id] ?? 0 }, (_, index) => toMailKey(state.enrollmentId, id, index + 1)),
    );
}

function reject(code: DecisionRejection['code'], message: string): Result<never, DecisionRejection> {
  return fail({ code, path: '', message });
}
