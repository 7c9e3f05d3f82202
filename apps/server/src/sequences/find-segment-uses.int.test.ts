import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { SequenceId, StoreId } from '@regulars/core/shared';
import type { SequenceDefinition } from '@regulars/core/sequences';
import { openTestDatabase, type OpenTestDatabase } from '../../test-support/open-test-database.ts';
import { seedStore } from '../../test-support/seed-store.ts';
import { newId } from '../foundation/ids.ts';
import { findSegmentUses } from './find-segment-uses.ts';
import { insertSequence, insertVersion } from './repository.ts';

let opened: OpenTestDatabase;
let storeId: StoreId;
let id: SequenceId;

beforeAll(async () => {
  opened = await openTestDatabase();
});
afterAll(() => opened.close());
beforeEach(async () => {
  storeId = await seedStore(opened.database);
  id = newId<'Sequence'>();
  await opened.database.withStore(storeId, (tx) =>
    insertSequence(tx, storeId, { id, definition: branchingOn('loyal'), status: 'live' }),
  );
});

function branchingOn(segmentKey: string): SequenceDefinition {
  return {
    key: 'thanks',
    name: 'Thanks',
    purpose: 'Thanks for an order.',
    trigger: { event: 'orderPaid', when: { segmentKey: 'buyers' } },
    reentry: 'oncePerOrder',
    exitOn: [],
    steps: [
      { id: 'who', kind: 'branch', segmentKey, then: 'end', otherwise: 'end' },
      { id: 'end', kind: 'end' },
    ],
  } as SequenceDefinition;
}

const keysOf = async (ofStore: StoreId) =>
  (await opened.database.withStore(ofStore, (tx) => findSegmentUses(tx, ofStore)))
    .map(({ segmentKey, name, status }) => `${name} (${status}): ${segmentKey}`)
    .toSorted();

describe('the segments sequences use', () => {
  it('are those they begin with and those they branch on, of this store alone', async () => {
    expect(await keysOf(storeId)).toEqual(['Thanks (live): buyers', 'Thanks (live): loyal']);
    expect(await keysOf(await seedStore(opened.database))).toEqual([]);
  });

  it('are of the version that begins enrollments, and of an older one while somebody is under way in it', async () => {
    await opened.database.withStore(storeId, async (tx) => {
      await insertVersion(tx, storeId, id, 2, branchingOn('big-spenders'));
      await sql`update sequence set live_version = 2 where id = ${id}`.execute(tx);
    });
    expect(await keysOf(storeId)).toEqual(['Thanks (live): big-spenders', 'Thanks (live): buyers']);
    await opened.database.withStore(storeId, (tx) =>
      sql`
        insert into enrollment (store_id, id, sequence_id, version, customer_id, entry_key, status, state)
        values (${storeId}, ${newId()}, ${id}, 1, ${newId()}, 'customer', 'active', '{}')`.execute(tx),
    );
    expect(await keysOf(storeId)).toEqual([
      'Thanks (live): big-spenders',
      'Thanks (live): buyers',
      'Thanks (live): loyal',
    ]);
  });
});
