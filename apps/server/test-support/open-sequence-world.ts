import { sql } from 'kysely';
import { pino } from 'pino';
import {
  plus,
  type CustomerId,
  type EnrollmentId,
  type Instant,
  type OrderId,
  type SequenceId,
  type StoreId,
} from '@regulars/core/shared';
import { playbookTemplates } from '@regulars/core/sequences';
import { appendEvents } from '../src/foundation/events/event-log.ts';
import { newId } from '../src/foundation/ids.ts';
import { installSegmentPresets } from '../src/segments/door.ts';
import { advanceEnrollments } from '../src/sequences/advance-enrollments.ts';
import { createDefinitionCache } from '../src/sequences/definition-cache.ts';
import { installPlaybook } from '../src/sequences/door.ts';
import { reactToEvents, type DecideDeps } from '../src/sequences/react-to-events.ts';
import type { SaveSequenceDeps } from '../src/sequences/save-sequence.ts';
import type { OpenTestDatabase } from './open-test-database.ts';
import { seedStore } from './seed-store.ts';

export interface EnrollmentRow {
  readonly id: EnrollmentId;
  readonly customerId: CustomerId;
  readonly status: string;
  readonly reason: string | null;
  readonly stepId: string | null;
  readonly version: number;
  readonly dueAt: Instant | null;
}

export type SequenceWorld = Awaited<ReturnType<typeof openSequenceWorld>>;

/** A new store with presets and playbook, one customer of it, and the means to let things happen and time pass. */
export async function openSequenceWorld(opened: OpenTestDatabase) {
  const { database, clock } = opened;
  clock.shiftMs = 0;
  const storeId: StoreId = await seedStore(database);
  const anna: CustomerId = newId();
  const deps: DecideDeps & SaveSequenceDeps = {
    database,
    definitions: createDefinitionCache(),
    log: pino({ level: 'silent' }),
    findTemplateKeys: async () => new Set(playbookTemplates.map(({ key }) => key)),
  };
  await database.withStore(storeId, async (tx) => {
    await installSegmentPresets(tx, storeId);
    await installPlaybook(tx, storeId);
  });
  const query = <Row>(statement: ReturnType<typeof sql<Row>>): Promise<Row[]> =>
    database.withStore(storeId, async (tx) => (await statement.execute(tx)).rows);

  return {
    storeId,
    anna,
    deps,
    query,
    /** Tells of something that happened to a customer, `agoMs` ago. */
    happened: (kind: string, data: object, { customerId = anna, agoMs = 0 } = {}): Promise<void> =>
      database.withStore(storeId, (tx, now) =>
        appendEvents(tx, storeId, [{ customerId, kind, at: plus(now, -agoMs), data }]),
      ),
    react: () => reactToEvents(deps, storeId),
    /** Lets time pass and moves on whoever is due. */
    pass: (durationMs: number): Promise<number> => {
      clock.shiftMs += durationMs;
      return advanceEnrollments(deps, storeId);
    },
    mails: () =>
      query(sql<{ template: string; state: string; reason: string | null }>`
        select payload->>'templateKey' as template, state, reason from effect where kind = 'mail' order by created_at, key`),
    enrollments: () =>
      query(sql<EnrollmentRow>`
        select id, customer_id as "customerId", status, reason, step_id as "stepId", version, due_at as "dueAt"
        from enrollment order by created_at, id`),
    sequenceId: async (key = 'post-purchase'): Promise<SequenceId> => {
      const [row] = await query(sql<{ id: SequenceId }>`select id from sequence where key = ${key}`);
      if (row === undefined) throw new Error(key);
      return row.id;
    },
  };
}

/** What the event of an order tells. */
export function orderFacts(orderId: OrderId = newId(), purchaseNumber = 1) {
  return {
    orderId,
    productExternalIds: ['17'],
    categories: ['tea'],
    purchaseNumber,
    isRenewal: false,
    isHistory: false,
  };
}
