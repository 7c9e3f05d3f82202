import { sql } from 'kysely';
import {
  dayMs,
  plus,
  toIsoString,
  type CustomerId,
  type Instant,
  type SequenceId,
  type StoreId,
} from '@regulars/core/shared';
import { matchTrigger, triggerFreshnessDays, type SequenceDefinition, type Trigger } from '@regulars/core/sequences';
import { listCartLeavers, listRecentBuyers } from '../customers/door.ts';
import type { Tx } from '../foundation/database/database.ts';
import type { StoredEvent } from '../foundation/events/claim-events.ts';
import { listRecentMembers, loadMemberships } from '../segments/door.ts';
import { parseSequenceEvent } from './sequence-event.ts';

/** What switching a sequence on or off comes to, seen from what happened lately. */
export interface SwitchForecast {
  readonly lookbackDays: number;
  /** Occasions of its kind in these days, such as paid orders. */
  readonly occasions: number;
  /** Of these, how many would have begun it, had it been on. Nobody is enrolled for them afterwards. */
  readonly wouldHaveBegun: number;
  readonly underWay: number;
  /** Whose wait is over: they move on as soon as it is on. */
  readonly overdue: number;
}

/** Holds the occasions of the last days against a sequence's trigger, by the segments as they are now. */
export async function foreseeSwitch(
  tx: Tx,
  storeId: StoreId,
  { id, definition }: { readonly id: SequenceId; readonly definition: SequenceDefinition },
  now: Instant,
): Promise<SwitchForecast> {
  const since = plus(now, -triggerFreshnessDays * dayMs);
  const { trigger } = definition;
  const customerIds = await listConcerned(tx, storeId, trigger, since);
  const occasions = await listOccasions(tx, storeId, customerIds, trigger.event, since);
  const memberships = await loadMemberships(tx, storeId, customerIds);
  const entries = new Set<string>();
  for (const { customerId, ...stored } of occasions) {
    const event = parseSequenceEvent(stored);
    if (event === null) continue;
    // As it would have been heard then: what counts as fresh is measured from when it became known.
    const context = { now: stored.recordedAt, segmentKeys: memberships.get(customerId) ?? new Set<string>() };
    const match = matchTrigger(definition, event, context);
    if (match.matches) entries.add(`${customerId}|${match.entryKey}`);
  }
  return {
    lookbackDays: triggerFreshnessDays,
    occasions: occasions.length,
    wouldHaveBegun: entries.size,
    ...(await countUnderWay(tx, storeId, id)),
  };
}

/** Whom something of the trigger's kind may have happened to. */
async function listConcerned(
  tx: Tx,
  storeId: StoreId,
  trigger: Trigger,
  since: Instant,
): Promise<readonly CustomerId[]> {
  switch (trigger.event) {
    case 'segmentEntered':
      return listRecentMembers(tx, storeId, trigger.when.segmentKey, since);
    case 'cartAbandoned':
      return listCartLeavers(tx, storeId, since);
    default:
      return listRecentBuyers(tx, storeId, since);
  }
}

async function listOccasions(
  tx: Tx,
  storeId: StoreId,
  customerIds: readonly CustomerId[],
  kind: string,
  since: Instant,
): Promise<readonly (StoredEvent & { readonly customerId: CustomerId })[]> {
  const { rows } = await sql<StoredEvent & { customerId: CustomerId }>`
    select customer_id as "customerId", seq, kind, at, data, recorded_at as "recordedAt" from event
    where store_id = ${storeId} and customer_id = any(${customerIds}::uuid[]) and kind = ${kind}
      and at >= ${toIsoString(since)}::timestamptz`.execute(tx);
  return rows;
}

async function countUnderWay(
  tx: Tx,
  storeId: StoreId,
  sequenceId: SequenceId,
): Promise<Pick<SwitchForecast, 'underWay' | 'overdue'>> {
  const { rows } = await sql<Pick<SwitchForecast, 'underWay' | 'overdue'>>`
    select count(*) as "underWay", count(*) filter (where due_at <= clock_now()) as overdue from enrollment
    where store_id = ${storeId} and sequence_id = ${sequenceId} and status = 'active'`.execute(tx);
  return rows[0] ?? { underWay: 0, overdue: 0 };
}
