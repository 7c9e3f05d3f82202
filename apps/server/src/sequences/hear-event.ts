import type { Logger } from 'pino';
import type { CustomerId, EnrollmentId, Instant, SequenceId, StoreId } from '@regulars/core/shared';
import {
  findExitReason,
  matchTrigger,
  type CheckInAnswered,
  type DecisionContext,
  type EnrollmentIdentity,
  type EnrollmentState,
  type SequenceEvent,
} from '@regulars/core/sequences';
import { deriveId } from '../foundation/ids.ts';
import { decideSafely } from './decide-safely.ts';
import type { VersionRef } from './definition-cache.ts';
import type { Deciding } from './load-deciding.ts';
import type { Outcomes } from './outcomes.ts';

/** One customer as a batch goes through what happened to them. */
export interface HearingCustomer {
  readonly customerId: CustomerId;
  readonly segmentKeys: ReadonlySet<string>;
  readonly hasOpenCase: boolean;
  /** Enrollments that can still be decided about; kept up while hearing. */
  readonly open: Map<EnrollmentId, EnrollmentState>;
  /** Every enrollment there is, so that none begins twice; kept up while hearing. */
  readonly known: Set<EnrollmentId>;
}

/** What all customers of a batch share. */
export interface Batch {
  readonly storeId: StoreId;
  readonly now: Instant;
  readonly deciding: Deciding;
  readonly outcomes: Outcomes;
  readonly log: Logger;
}

/** Lets the customer out of the enrollments the event ends, lets it speed up the others, then takes them in where it begins one. */
export function hearEvent(event: SequenceEvent, customer: HearingCustomer, batch: Batch): void {
  for (const state of customer.open.values()) leave(event, state, customer, batch);
  if (event.kind === 'checkInAnswered') hearAnswer(event.data, customer, batch);
  for (const sequence of batch.deciding.live) {
    const match = matchTrigger(sequence.definition, event, { now: batch.now, segmentKeys: customer.segmentKeys });
    if (match.matches) enter(event, { ...sequence, ...match }, customer, batch);
  }
}

function leave(event: SequenceEvent, state: EnrollmentState, customer: HearingCustomer, batch: Batch): void {
  const definition = batch.deciding.findDefinition(state);
  const reason = definition === null ? null : findExitReason(definition, state, event);
  if (reason === null) return;
  const decided = decideSafely(state, { kind: 'exit', reason }, contextFor(state, customer, batch), batch.log);
  if (decided.kind === 'refused') return;
  customer.open.delete(state.enrollmentId);
  if (decided.kind === 'failed') batch.outcomes.addFailure(state, decided.code);
  else batch.outcomes.addDecision(decided.decision);
}

function hearAnswer({ answer, enrollmentId }: CheckInAnswered, customer: HearingCustomer, batch: Batch): void {
  const state = enrollmentId === null ? undefined : customer.open.get(enrollmentId);
  if (state === undefined) return;
  const decided = decideSafely(state, { kind: 'answered', answer }, contextFor(state, customer, batch), batch.log);
  if (decided.kind !== 'decided') return;
  customer.open.set(state.enrollmentId, decided.decision.state);
  batch.outcomes.addDecision(decided.decision);
}

function enter(
  event: SequenceEvent,
  entry: VersionRef & Pick<EnrollmentIdentity, 'entryKey' | 'orderId' | 'cartId'>,
  customer: HearingCustomer,
  batch: Batch,
): void {
  const { sequenceId, version, entryKey, orderId, cartId } = entry;
  const { customerId } = customer;
  const enrollmentId = toEnrollmentId(batch.storeId, sequenceId, customerId, entryKey);
  if (customer.known.has(enrollmentId)) return;
  const identity: EnrollmentIdentity = {
    enrollmentId,
    sequenceId,
    version,
    customerId,
    entryKey,
    orderId,
    ...(cartId === undefined ? {} : { cartId }),
    triggeredAt: event.at,
  };
  const decided = decideSafely(null, { kind: 'enroll', identity }, contextFor(identity, customer, batch), batch.log);
  if (decided.kind === 'refused') return;
  customer.known.add(enrollmentId);
  if (decided.kind === 'decided') {
    customer.open.set(enrollmentId, decided.decision.state);
    batch.outcomes.addDecision(decided.decision);
  } else {
    batch.outcomes.addFailure(toUnbegun(identity, batch.now), decided.code);
  }
}

/** The same sequence, customer and occasion are the same enrollment, however often it is decided. */
export function toEnrollmentId(
  storeId: StoreId,
  sequenceId: SequenceId,
  customerId: CustomerId,
  entryKey: string,
): EnrollmentId {
  return deriveId(storeId, `enrollment|${sequenceId}|${customerId}|${entryKey}`);
}

/** What stands for an enrollment that could not even begin. */
function toUnbegun(identity: EnrollmentIdentity, now: Instant): EnrollmentState {
  return {
    ...identity,
    status: 'active',
    reason: null,
    stepId: null,
    dueAt: null,
    visits: {},
    enrolledAt: now,
    endedAt: null,
  };
}

function contextFor(
  ref: VersionRef,
  { segmentKeys, hasOpenCase }: HearingCustomer,
  { now, deciding }: Batch,
): Omit<DecisionContext, 'definition'> & { readonly definition: DecisionContext['definition'] | null } {
  return {
    definition: deciding.findDefinition(ref),
    now,
    timeZone: deciding.timeZone,
    segmentKeys,
    hasOpenCase,
    sequenceStatus: deciding.statusOf(ref.sequenceId),
  };
}
