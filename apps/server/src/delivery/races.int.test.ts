import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import type { CustomerId, StoreId } from '@regulars/core/shared';
import { startDeliveryWorld, type DeliveryWorld } from '../../test-support/start-delivery-world.ts';
import type { Store } from '../stores/door.ts';
import { claimMails } from './claim-mails.ts';
import { suppress } from './suppress.ts';

let world: DeliveryWorld;
let storeId: StoreId;
let store: Store;
let ada: CustomerId;
const email = 'ada@buyer.test';
beforeAll(async () => {
  world = await startDeliveryWorld();
});
afterAll(() => world.close());
beforeEach(async () => {
  await world.setNoon();
  storeId = await world.openStore();
  const found = await world.store(storeId);
  if (found === null) throw new Error('The store is missing.');
  store = found;
  ada = await world.addCustomer(storeId, { email });
});

/** A transaction that stays open after its work until it is let go. */
function hold(work: (tx: Parameters<typeof claimMails>[0], now: Parameters<typeof claimMails>[4]) => Promise<unknown>) {
  let letGo: () => void = () => undefined;
  const gate = new Promise<void>((resolve) => (letGo = resolve));
  let tellWorked: () => void = () => undefined;
  const worked = new Promise<void>((resolve) => (tellWorked = resolve));
  const committed = world.inStore(storeId, async (tx, now) => {
    await work(tx, now);
    tellWorked();
    await gate;
  });
  return { worked, commit: () => (letGo(), committed) };
}
const claimOne: Parameters<typeof hold>[0] = (tx, now) =>
  claimMails(tx, world.claimDeps, store, { limit: 1, leaseMs: 60_000, connectionId: null }, now);
const unsubscribe: Parameters<typeof hold>[0] = (tx, now) =>
  suppress(tx, storeId, [{ recipientKey: email, customerId: ada, reason: 'unsubscribed', at: now, note: null }]);
const untilSomebodyWaits = () =>
  vi.waitFor(async () => {
    const { rows } = await world.inStore(storeId, (tx) =>
      sql`select 1 from pg_locks l join pg_database d on d.oid = l.database where l.locktype = 'advisory' and not l.granted and d.datname = current_database()`.execute(
        tx,
      ),
    );
    expect(rows).toHaveLength(1);
  }, 5_000);

describe('two at once about one recipient', () => {
  it('a claim waits for a second claim, and then counts its mail', async () => {
    const ids = [await world.plan(storeId, ada), await world.plan(storeId, ada)];
    const first = hold(claimOne);
    await first.worked;
    const second = hold(claimOne);
    await untilSomebodyWaits();
    await first.commit();
    await second.worked;
    await second.commit();
    const states = await Promise.all(ids.map((id) => world.stateOf(storeId, id)));
    expect(states.sort()).toEqual(['claimed', 'skipped: cap']);
  });

  it('a claim waits for an unsubscription that is being written, and then obeys it', async () => {
    const id = await world.plan(storeId, ada);
    const first = hold(unsubscribe);
    await first.worked;
    const second = hold(claimOne);
    await untilSomebodyWaits();
    await first.commit();
    await second.commit();
    expect(await world.stateOf(storeId, id)).toBe('skipped: unsubscribed');
  });

  it('an unsubscription waits for a claim that is being written, so that none is claimed after it', async () => {
    const id = await world.plan(storeId, ada);
    const first = hold(claimOne);
    await first.worked;
    const second = hold(unsubscribe);
    await untilSomebodyWaits();
    await first.commit();
    await second.commit();
    expect(await world.stateOf(storeId, id)).toBe('claimed');
  });

  it('others do not wait', async () => {
    const bob = await world.addCustomer(storeId);
    const first = hold(unsubscribe);
    await first.worked;
    const id = await world.plan(storeId, bob);
    await hold(claimOne).commit();
    expect(await world.stateOf(storeId, id)).toBe('claimed');
    await first.commit();
  });
});
