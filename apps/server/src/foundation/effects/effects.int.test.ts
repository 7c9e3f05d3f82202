import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { hourMs, plus, toInstant, type EffectId, type Instant, type StoreId } from '@regulars/core/shared';
import { openTestDatabase, type OpenTestDatabase } from '../../../test-support/open-test-database.ts';
import { newId } from '../ids.ts';
import { claimEffects, listStoresWithDueEffects, markSending, type ClaimOptions } from './claim-effects.ts';
import { cancelEffects, planEffects, toEffectId } from './plan-effects.ts';
import { settleEffects } from './settle-effects.ts';

let opened: OpenTestDatabase;
let storeId: StoreId;
beforeAll(async () => {
  opened = await openTestDatabase();
});
afterAll(() => opened.close());
beforeEach(() => {
  storeId = newId();
  opened.clock.shiftMs = 0;
});

const long = { kind: 'mail', phase: 'planned', limit: 10, leaseMs: hourMs } as const satisfies ClaimOptions;
const plan = (key: string, dueAt: Instant = toInstant(0)) =>
  opened.database.withStore(storeId, (tx) =>
    planEffects(tx, storeId, [
      { id: toEffectId(storeId, key), kind: 'mail', key, customerId: null, dueAt, payload: { key } },
    ]),
  );
const claim = (options: ClaimOptions = long) =>
  opened.database.withStore(storeId, (tx) => claimEffects(tx, storeId, options));
const send = (token: string, ids: readonly EffectId[]) =>
  opened.database.withStore(storeId, (tx) => markSending(tx, storeId, token, ids));
const accept = (token: string, id: EffectId) =>
  opened.database.withStore(storeId, (tx) =>
    settleEffects(tx, storeId, token, [{ id, state: 'accepted', providerReference: 'r' }]),
  );
const state = async () =>
  (
    await opened.database.withStore(storeId, (tx) => sql<{ state: string }>`select state from effect`.execute(tx))
  ).rows.map((row) => row.state);

describe('the outbox', () => {
  it('holds one effect a key, however often it is planned', async () => {
    await plan('thank-you');
    await plan('thank-you');
    expect(await state()).toEqual(['planned']);
  });

  it('gives a due effect to one worker only', async () => {
    await plan('a');
    const claims = await Promise.all([claim(), claim(), claim()]);
    expect(claims.flatMap(({ effects }) => effects)).toHaveLength(1);
  });

  it('gives out nothing before it is due by the database’s clock', async () => {
    const { now } = await opened.database.withStore(storeId, async (_tx, at) => ({ now: at }));
    await plan('later', plus(now, hourMs));
    expect((await claim()).effects).toEqual([]);
    opened.clock.shiftMs = hourMs + 1_000;
    expect(
      await opened.database.withStores([storeId], (tx) => listStoresWithDueEffects(tx, 'mail', 'planned')),
    ).toEqual([storeId]);
    expect((await claim()).effects).toHaveLength(1);
  });

  it('writes an outcome once and only for the claim that holds the effect', async () => {
    await plan('a');
    const { leaseToken, effects } = await claim();
    const id = effects[0]!.id;
    expect(await accept(newId(), id)).toEqual(new Set());
    expect(await accept(leaseToken, id)).toEqual(new Set([id]));
    expect(await accept(leaseToken, id)).toEqual(new Set());
  });

  it('gives to another worker what one died with before it sent', async () => {
    await plan('a');
    await claim();
    expect((await claim()).effects).toEqual([]);
    opened.clock.shiftMs = 2 * hourMs;
    expect((await claim()).effects).toHaveLength(1);
  });

  it('never gives out again for sending what a worker died with while it sent, only to be looked up', async () => {
    await plan('a');
    const { leaseToken, effects } = await claim();
    await send(leaseToken, [effects[0]!.id]);
    for (const hours of [2, 4]) {
      opened.clock.shiftMs = hours * hourMs;
      expect((await claim()).effects).toEqual([]);
      expect(
        await opened.database.withStores([storeId], (tx) => listStoresWithDueEffects(tx, 'mail', 'unknown')),
      ).toEqual([storeId]);
      expect((await claim({ ...long, phase: 'unknown' })).effects).toHaveLength(1);
    }
    expect(await state()).toEqual(['sending']);
  });

  it('stops a worker that woke up after its lease ran out', async () => {
    await plan('a');
    const { leaseToken, effects } = await claim();
    opened.clock.shiftMs = 2 * hourMs;
    expect(await send(leaseToken, [effects[0]!.id])).toEqual(new Set());
  });

  it('calls off what nobody has claimed yet, and nothing else', async () => {
    await plan('free');
    await opened.database.withStore(storeId, (tx) => cancelEffects(tx, storeId, ['free'], 'order_refunded'));
    expect(await state()).toEqual(['cancelled']);
    await plan('held');
    await claim();
    await opened.database.withStore(storeId, (tx) => cancelEffects(tx, storeId, ['held'], 'order_refunded'));
    expect((await state()).toSorted()).toEqual(['cancelled', 'claimed']);
  });
});
