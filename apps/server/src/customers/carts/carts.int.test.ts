import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { dayMs, hourMs, minuteMs } from '@regulars/core/shared';
import { openCartWorld, type CartWorld } from '../../../test-support/open-cart-world.ts';
import { openTestDatabase, type OpenTestDatabase } from '../../../test-support/open-test-database.ts';
import { readCartsInWords } from './read-carts.ts';

let opened: OpenTestDatabase;
let world: CartWorld;
beforeAll(async () => {
  opened = await openTestDatabase();
});
afterAll(() => opened.close());
beforeEach(async () => {
  world = await openCartWorld(opened);
});

describe('a checkout that nobody touches', () => {
  it('is abandoned after an hour, as of then, and told once', async () => {
    await world.checkout();
    world.pass(59 * minuteMs);
    expect(await world.abandon()).toBe(0);
    world.pass(2 * minuteMs);
    expect(await world.abandon()).toBe(1);
    expect(await world.abandon()).toBe(0);
    const [event] = (await world.ask.events()).filter(({ kind }) => kind === 'cartAbandoned');
    expect(event?.data).toMatchObject({ externalId: '7', itemCount: 2, previousAbandonedAt: null });
    expect((await world.now()) - (event?.at ?? 0)).toBeLessThan(2 * minuteMs);
    expect(JSON.stringify(event?.data)).not.toMatch(/ada@|\bada\b/i);
  });

  it('waits again when it is touched, by the newest version whatever comes in which order', async () => {
    await world.checkout();
    world.pass(50 * minuteMs);
    const touched = await world.ago(0);
    await world.checkout({ updated_at: touched, line_items: [] });
    await world.checkout({ updated_at: touched });
    await world.checkout({ updated_at: await world.ago(40 * minuteMs), line_items: [] });
    world.pass(30 * minuteMs);
    expect(await world.abandon()).toBe(0);
    world.pass(31 * minuteMs);
    expect(await world.abandon()).toBe(1);
  });

  it('of a shop whose clock runs ahead is abandoned all the same', async () => {
    await world.checkout({ updated_at: await world.ago(-10 * hourMs) });
    world.pass(61 * minuteMs);
    expect(await world.abandon()).toBe(1);
  });

  it.for([
    ['with nothing in it', { line_items: [] }],
    ['of nobody', { email: null }],
    ['of somebody unknown who said no yes', { buyer_accepts_marketing: false }],
  ] as const)('%s is none of ours', async ([, change]) => {
    await world.checkout(change);
    world.pass(2 * hourMs);
    expect(await world.abandon()).toBe(0);
    expect(await world.told()).toEqual([]);
  });

  it('makes no customer of an address that was only typed, and keeps no cart', async () => {
    await world.checkout({ buyer_accepts_marketing: false });
    expect(await world.ask.customers()).toEqual([]);
    expect(await world.carts()).toEqual([]);
    expect(await world.ask.states()).toEqual([['ignored', 'checkout.nobody']]);
  });

  it('belongs to the customer who has bought with that address, whatever box was ticked', async () => {
    const at = await world.ago(dayMs);
    await world.order({ created_at: at, processed_at: at, updated_at: at, buyer_accepts_marketing: false });
    await world.checkout({ email: 'ADA@buyer.test', buyer_accepts_marketing: false });
    world.pass(2 * hourMs);
    expect(await world.abandon()).toBe(1);
    expect(await world.ask.customers()).toMatchObject([{ orders: 1, consent: 'unknown' }]);
  });
});

describe('the order after a cart', () => {
  it('keeps it from being told at all, before and after it is known', async () => {
    await world.checkout();
    await world.order();
    world.pass(2 * hourMs);
    expect(await world.abandon()).toBe(0);
    expect(await world.carts()).toEqual([{ settledAs: 'bought', hasOrder: true, isForgotten: false }]);
    expect(await world.told()).toEqual([]);
  });

  it('does so when it is heard of before the checkout, too', async () => {
    const startedAt = await world.ago(minuteMs);
    await world.order();
    await world.checkout({ created_at: startedAt, updated_at: startedAt });
    world.pass(2 * hourMs);
    expect(await world.abandon()).toBe(0);
    expect(await world.carts()).toMatchObject([{ settledAs: 'bought' }]);
  });

  it('recovers one that was left, once', async () => {
    await world.checkout();
    world.pass(2 * hourMs);
    await world.abandon();
    await world.order();
    await world.order({ updated_at: await world.ago(-1000) });
    await world.checkout({ completed_at: await world.ago(0), updated_at: await world.ago(0) });
    expect(await world.told()).toEqual(['cartAbandoned', 'cartRecovered']);
  });

  it('is not needed where the platform says that the checkout was completed', async () => {
    await world.checkout({ completed_at: await world.ago(0) });
    world.pass(2 * hourMs);
    expect(await world.abandon()).toBe(0);
  });

  it('from before the cart was begun is none', async () => {
    await world.order({ created_at: await world.ago(hourMs), processed_at: await world.ago(hourMs) });
    await world.checkout();
    world.pass(2 * hourMs);
    expect(await world.abandon()).toBe(1);
  });
});

describe('a cart that is thrown away', () => {
  it('is told when it had been left, and stays away', async () => {
    await world.checkout();
    world.pass(2 * hourMs);
    await world.abandon();
    await world.receive('checkouts/delete', { id: 7 });
    await world.checkout({ updated_at: await world.ago(-minuteMs) });
    expect(await world.told()).toEqual(['cartAbandoned', 'cartDiscarded']);
    expect(await world.carts()).toMatchObject([{ settledAs: 'discarded', isForgotten: true }]);
  });

  it('before it is known is never left', async () => {
    await world.receive('checkouts/delete', { id: 7 });
    await world.checkout();
    world.pass(2 * hourMs);
    expect(await world.abandon()).toBe(0);
  });

  it('because it was ordered counts as bought once the order is known', async () => {
    await world.checkout();
    world.pass(2 * hourMs);
    await world.abandon();
    await world.receive('checkouts/delete', { id: 7 });
    await world.order();
    expect(await world.told()).toEqual(['cartAbandoned', 'cartDiscarded', 'cartRecovered']);
    expect(await world.carts()).toMatchObject([{ settledAs: 'bought', hasOrder: true }]);
  });
});

describe('what was in a cart', () => {
  it('is forgotten after thirty days; that it was left stays', async () => {
    await world.checkout();
    world.pass(2 * hourMs);
    await world.abandon();
    expect(await world.forget()).toBe(0);
    world.pass(30 * dayMs);
    expect(await world.forget()).toBe(1);
    expect(await world.forget()).toBe(0);
    expect(await world.carts()).toMatchObject([{ isForgotten: true }]);
    expect(await world.told()).toEqual(['cartAbandoned']);
  });

  it('goes with the person, and does not come back', async () => {
    const startedAt = await world.ago(0);
    await world.checkout();
    await world.redact();
    expect(await world.carts()).toEqual([]);
    await world.checkout({ created_at: startedAt, updated_at: await world.ago(-1000) });
    expect(await world.carts()).toEqual([]);
    expect(JSON.stringify(await world.query(sql`select * from cart`))).not.toMatch(/ada@|\bada\b/i);
  });

  it('is told to letters by name and link, as long as it waits', async () => {
    await world.checkout();
    const [cart] = await world.query(sql<{ id: never }>`select id from cart`);
    const read = () =>
      opened.database.withStore(world.storeId, (tx) => readCartsInWords(tx, world.storeId, cart ? [cart.id] : []));
    expect([...(await read()).values()]).toMatchObject([
      { url: 'https://fake-shop.test/checkouts/7/recover?key=k', productNames: ['IPod Nano - 8GB'] },
    ]);
    await world.order();
    expect((await read()).size).toBe(0);
  });
});
