import { sql } from 'kysely';
import type { CustomerId, EnrollmentId, Instant, OrderId, SequenceId, StoreId } from '@regulars/core/shared';
import {
  listSuccessors,
  matchTrigger,
  type SequenceDefinition,
  type Trigger,
  type TriggerMismatch,
} from '@regulars/core/sequences';
import type { Tx } from '../foundation/database/database.ts';
import type { StoredEvent } from '../foundation/events/claim-events.ts';
import { loadMemberships } from '../segments/door.ts';
import { findVersion, listAllSequences, readDefinitions } from './repository.ts';
import { parseSequenceEvent } from './sequence-event.ts';
import type { SequenceStatus } from './sequence.ts';

/** One run of one customer through a sequence. */
export interface EnrollmentSummary {
  readonly id: EnrollmentId;
  readonly version: number;
  readonly status: 'active' | 'completed' | 'exited' | 'failed';
  readonly reason: string | null;
  /** The wait it rests on, and until when. */
  readonly stepId: string | null;
  readonly dueAt: Instant | null;
  readonly orderId: OrderId | null;
  readonly enrolledAt: Instant;
  /** What comes after the wait, by the version it is pinned to; null when that is the end. */
  readonly next: NextStep | null;
}

export interface NextStep {
  readonly kind: string;
  readonly templateKey: string | null;
  readonly segmentKey: string | null;
}

/** How one customer stands with one sequence. */
export interface SequenceVerdict {
  readonly sequenceId: SequenceId;
  readonly key: string;
  readonly name: string;
  readonly status: SequenceStatus;
  readonly enrollments: readonly EnrollmentSummary[];
  /** Why nothing that happened began an enrollment, by the last occasion that came nearest; null where there is one. */
  readonly whyNot: SequenceMismatch | null;
  /** It begins with this purchase of a customer or a later one; 1 for any. */
  readonly fromPurchase: number;
}

export type SequenceMismatch = TriggerMismatch | 'sequence_draft' | 'sequence_paused' | 'nothing_happened';

/** What begins sequences. */
const beginning: ReadonlySet<string> = new Set([
  'orderPaid',
  'orderFulfilled',
  'segmentEntered',
  'cartAbandoned',
] satisfies Trigger['event'][]);

/** So many of the customer's last occasions are held against the triggers. */
const occasionLimit = 50;

/**
 * Why this customer is in each sequence of the store, or why not, by the sequence and the segments as they are now.
 *
 * @returns null when the store has no such customer.
 */
export async function explainSequences(
  tx: Tx,
  storeId: StoreId,
  customerId: CustomerId,
): Promise<readonly SequenceVerdict[] | null> {
  const occasions = await listOccasions(tx, storeId, customerId);
  const enrollments = await listSummaries(tx, storeId, customerId);
  if (occasions === null) return null;
  const segmentKeys = (await loadMemberships(tx, storeId, [customerId])).get(customerId) ?? new Set<string>();
  const verdicts: SequenceVerdict[] = [];
  for (const { id, key, name, status, liveVersion, latestVersion } of await listAllSequences(tx, storeId)) {
    const known = enrollments.filter(({ sequenceId }) => sequenceId === id);
    const definitions = known.length === 0 ? null : await readDefinitions(tx, storeId, id);
    const own = known.map((enrollment) => ({
      ...enrollment,
      next: findNext(definitions?.get(enrollment.version), enrollment),
    }));
    const definition = await findVersion(tx, storeId, id, liveVersion ?? latestVersion);
    const whyNot =
      own.length > 0 || definition === null ? null : findWhyNot(definition, status, occasions, segmentKeys);
    verdicts.push({
      sequenceId: id,
      key,
      name,
      status,
      enrollments: own,
      whyNot,
      fromPurchase: firstPurchaseOf(definition),
    });
  }
  return verdicts;
}

function firstPurchaseOf(definition: SequenceDefinition | null): number {
  const trigger = definition?.trigger;
  return trigger?.event === 'orderPaid' || trigger?.event === 'orderFulfilled'
    ? (trigger.when?.purchaseNumber?.atLeast ?? 1)
    : 1;
}

function findNext(
  definition: SequenceDefinition | undefined,
  { stepId }: Pick<EnrollmentSummary, 'stepId'>,
): NextStep | null {
  if (definition === undefined || stepId === null) return null;
  const { steps } = definition;
  const [successor] = listSuccessors(
    steps,
    steps.findIndex(({ id }) => id === stepId),
  );
  const step =
    successor === undefined || successor === 'end' ? undefined : steps.find(({ id }) => id === successor.stepId);
  if (step === undefined) return null;
  return {
    kind: step.kind,
    templateKey: step.kind === 'send' ? step.templateKey : null,
    segmentKey: step.kind === 'branch' ? step.segmentKey : null,
  };
}

function findWhyNot(
  definition: SequenceDefinition,
  status: SequenceStatus,
  occasions: readonly StoredEvent[],
  segmentKeys: ReadonlySet<string>,
): SequenceMismatch {
  if (status === 'draft') return 'sequence_draft';
  const mismatches = occasions.flatMap((stored): (TriggerMismatch | null)[] => {
    const event = parseSequenceEvent(stored);
    if (event === null) return [];
    // What counts as fresh is measured from when it became known.
    const match = matchTrigger(definition, event, { now: stored.recordedAt, segmentKeys });
    return match.matches ? [null] : [match.reason];
  });
  // Everything fits and still there is no enrollment: the sequence was off when it happened.
  if (mismatches.includes(null)) return 'sequence_paused';
  return mismatches.find((reason) => reason !== null && reason !== 'other_event') ?? 'nothing_happened';
}

/** What happened that sequences listen to, the last first; null when nobody ever heard of the customer. */
async function listOccasions(tx: Tx, storeId: StoreId, customerId: CustomerId): Promise<readonly StoredEvent[] | null> {
  const { rows } = await sql<StoredEvent>`
    select seq, kind, at, data, recorded_at as "recordedAt" from event
    where store_id = ${storeId} and customer_id = ${customerId}
    order by seq desc
    limit ${occasionLimit * 10}
  `.execute(tx);
  if (rows.length === 0) return null;
  return rows.filter(({ kind }) => beginning.has(kind)).slice(0, occasionLimit);
}

async function listSummaries(
  tx: Tx,
  storeId: StoreId,
  customerId: CustomerId,
): Promise<readonly (Omit<EnrollmentSummary, 'next'> & { readonly sequenceId: SequenceId })[]> {
  const { rows } = await sql<Omit<EnrollmentSummary, 'next'> & { sequenceId: SequenceId }>`
    select id, sequence_id as "sequenceId", version, status, reason, step_id as "stepId", due_at as "dueAt",
           (state->>'orderId')::uuid as "orderId", created_at as "enrolledAt"
    from enrollment
    where store_id = ${storeId} and customer_id = ${customerId}
    order by created_at desc, id
    limit 200
  `.execute(tx);
  return rows;
}
