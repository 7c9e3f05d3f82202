import type { CustomerId, Instant, SegmentId, StoreId } from '@regulars/core/shared';
import { evaluate, type CustomerFacts, type SegmentMovement } from '@regulars/core/segments';
import { crashPoint } from '../foundation/crash-points.ts';
import type { Database } from '../foundation/database/database.ts';
import { claimEvents, type CustomerEvents } from '../foundation/events/claim-events.ts';
import { appendEvents } from '../foundation/events/event-log.ts';
import { loadFacts } from './load-facts.ts';
import { countMovements } from './movement-days.ts';
import { listAllSegments, listMemberships, writeMovements, type Movement } from './repository.ts';
import { holdRules } from './rule-lock.ts';
import type { Segment } from './segment.ts';

const batchSize = 200;

/**
 * Holds one batch of customers to whom something happened against every segment of the store, and writes who came and
 * who left, with an event each.
 *
 * @returns how many customers were looked at.
 */
export async function updateMemberships(
  { database }: { readonly database: Database },
  storeId: StoreId,
): Promise<number> {
  const count = await database.withStore(storeId, async (tx, now) => {
    // First of all, so that a batch that waits for a change of rules holds nothing the change may need.
    await holdRules(tx, storeId);
    const claimed = await claimEvents(tx, storeId, 'segments', batchSize);
    if (claimed.length === 0) return 0;
    const customerIds = claimed.map(({ customerId }) => customerId);
    const segments = await listAllSegments(tx, storeId);
    const facts = await loadFacts(
      tx,
      storeId,
      customerIds,
      segments.map(({ rule }) => rule),
    );
    const before = groupByCustomer(await listMemberships(tx, storeId, customerIds));
    const movements = claimed.flatMap((customer) =>
      findMovements(
        segments,
        facts.get(customer.customerId) ?? null,
        before.get(customer.customerId) ?? new Set(),
        customer,
        now,
      ),
    );
    const ofHistory = new Set(claimed.filter(isAllHistory).map(({ customerId }) => customerId));
    await writeMovements(tx, storeId, movements);
    await appendEvents(
      tx,
      storeId,
      movements.map((movement) => toEvent(movement, segments, ofHistory)),
    );
    await countMovements(tx, storeId, movements, 'customerChanged');
    crashPoint('segments.beforeCommit');
    return claimed.length;
  });
  crashPoint('segments.afterCommit');
  return count;
}

/** `facts` null: the customer was erased and belongs nowhere. */
function findMovements(
  segments: readonly Segment[],
  facts: CustomerFacts | null,
  before: ReadonlySet<SegmentId>,
  { customerId, events }: CustomerEvents,
  now: Instant,
): Movement[] {
  const at = events.reduce<Instant>((latest, event) => (event.at > latest ? event.at : latest), 0 as Instant);
  const movements: Movement[] = [];
  for (const { id, rule } of segments) {
    const belongs = facts !== null && evaluate(rule, facts);
    if (belongs === before.has(id)) continue;
    // A platform's clock may run ahead; nothing happened later than now.
    movements.push({
      customerId,
      segmentId: id,
      kind: belongs ? 'segmentEntered' : 'segmentLeft',
      at: at < now ? at : now,
    });
  }
  return movements;
}

function groupByCustomer(
  rows: readonly { readonly customerId: CustomerId; readonly segmentId: SegmentId }[],
): Map<CustomerId, Set<SegmentId>> {
  const grouped = new Map<CustomerId, Set<SegmentId>>();
  for (const { customerId, segmentId } of rows) {
    const known = grouped.get(customerId);
    if (known === undefined) grouped.set(customerId, new Set([segmentId]));
    else known.add(segmentId);
  }
  return grouped;
}

/** Beside a change of their details, which comes with each order, they heard of old orders only. */
function isAllHistory({ events }: CustomerEvents): boolean {
  const told = events.filter(({ kind }) => kind !== 'customerChanged');
  return (
    told.length > 0 &&
    told.every(({ data }) => typeof data === 'object' && data !== null && Reflect.get(data, 'isHistory') === true)
  );
}

function toEvent(
  { customerId, segmentId, kind, at }: Movement,
  segments: readonly Segment[],
  ofHistory: ReadonlySet<CustomerId>,
) {
  const segment = segments.find(({ id }) => id === segmentId);
  if (segment === undefined) throw new Error('A movement names a segment that was not evaluated.');
  const data: SegmentMovement = {
    segmentId,
    segmentKey: segment.key,
    name: segment.name,
    cause: 'customerChanged',
    isHistory: ofHistory.has(customerId),
  };
  return { customerId, kind, at, data };
}
