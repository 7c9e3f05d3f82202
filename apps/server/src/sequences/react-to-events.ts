import type { Logger } from 'pino';
import type { StoreId } from '@regulars/core/shared';
import { crashPoint } from '../foundation/crash-points.ts';
import type { Database } from '../foundation/database/database.ts';
import { claimEvents } from '../foundation/events/claim-events.ts';
import { findCustomersWithOpenCase } from '../cases/door.ts';
import { loadMemberships } from '../segments/door.ts';
import type { DefinitionCache } from './definition-cache.ts';
import { listEnrollments } from './enrollment-repository.ts';
import { hearEvent, type HearingCustomer } from './hear-event.ts';
import { loadDeciding } from './load-deciding.ts';
import { createOutcomes } from './outcomes.ts';
import { parseSequenceEvent } from './sequence-event.ts';

export interface DecideDeps {
  readonly database: Database;
  readonly definitions: DefinitionCache;
  readonly log: Logger;
}

const batchSize = 200;

/**
 * Hears what happened to one batch of customers, lets them out of the enrollments it ends and takes them in where it
 * begins one. Exits come first, so that a new order ends the run of the one before.
 *
 * @returns how many customers were looked at.
 */
export async function reactToEvents({ database, definitions, log }: DecideDeps, storeId: StoreId): Promise<number> {
  const count = await database.withStore(storeId, async (tx, now) => {
    const claimed = await claimEvents(tx, storeId, 'sequences', batchSize);
    if (claimed.length === 0) return 0;
    const customerIds = claimed.map(({ customerId }) => customerId);
    const enrollments = await listEnrollments(tx, storeId, customerIds);
    const deciding = await loadDeciding(
      tx,
      storeId,
      definitions,
      enrollments.flatMap(({ state }) => (state === null ? [] : [state])),
    );
    const memberships = await loadMemberships(tx, storeId, customerIds);
    const withOpenCase = await findCustomersWithOpenCase(tx, storeId, customerIds);
    const outcomes = createOutcomes(storeId, now);
    const ofCustomer = Map.groupBy(enrollments, ({ customerId }) => customerId);
    for (const { customerId, events } of claimed) {
      const own = ofCustomer.get(customerId) ?? [];
      const customer: HearingCustomer = {
        customerId,
        segmentKeys: memberships.get(customerId) ?? new Set(),
        hasOpenCase: withOpenCase.has(customerId),
        open: new Map(own.flatMap(({ id, state }) => (state === null ? [] : [[id, state]]))),
        known: new Set(own.map(({ id }) => id)),
      };
      for (const stored of events) {
        const event = parseSequenceEvent(stored);
        if (event !== null) hearEvent(event, customer, { storeId, now, deciding, outcomes, log });
      }
    }
    await outcomes.write(tx);
    crashPoint('sequences.beforeCommit');
    return claimed.length;
  });
  crashPoint('sequences.afterCommit');
  return count;
}
