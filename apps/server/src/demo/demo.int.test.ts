import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { sql } from 'kysely';
import { dayMs, hourMs, toInstant } from '@regulars/core/shared';
import { openTestDemo, type TestDemo } from '../../test-support/open-test-demo.ts';

interface Standing {
  readonly now: string;
  readonly seeding: object | null;
  readonly moving: object | null;
  readonly stores: readonly { readonly id: string }[];
}

/** The same for every run, so that the same people do the same. */
const madeAt = toInstant(Date.UTC(2026, 10, 22, 10));

let demo: TestDemo;

beforeAll(async () => {
  demo = await openTestDemo(madeAt);
  await demo.demo.start();
}, 120_000);
afterAll(async () => {
  await demo.stop();
  await demo.database.drop();
});

const standing = async () => (await demo.ask('GET', '/demo')).json as Standing;
const arrive = () =>
  vi.waitFor(async () => expect((await standing()).moving).toBeNull(), { timeout: 60_000, interval: 100 });
const storeId = () => demo.demo.stores()[0]?.store.id ?? ('' as never);

async function countState(of: TestDemo) {
  const [first] = of.demo.stores();
  if (first === undefined) throw new Error('The demo has no store.');
  return await of.ground.database.withStore(first.store.id, async (tx) => {
    const { rows } = await sql`
      select (select count(*) from customer) as customers, (select sum(grand_minor) from orders) as ordered,
        (select count(*) from membership) as memberships, (select count(*) from referral) as referrals,
        (select jsonb_object_agg(key, count) from (
          select concat_ws(' ', payload->>'templateKey', state, reason) as key, count(*) from effect group by 1) as mails) as mails,
        (select jsonb_object_agg(kind, count) from (
          select kind, count(*) from event where kind in ('checkInAnswered', 'messageReplied', 'unsubscribed', 'caseClosed') group by 1) as said) as said
      `.execute(tx);
    return rows[0];
  });
}

describe('a demo', () => {
  it('has lived: mails went out, and people did something about them', async () => {
    const state = (await countState(demo)) as { mails: Record<string, number>; said: Record<string, number> };
    expect(state.mails['thank-you accepted']).toBeGreaterThan(3);
    expect(Object.values(state.said).reduce((sum, count) => sum + count, 0)).toBeGreaterThan(0);
  });

  it('has a team that answers by the next day, but for the newest case of each store', async () => {
    for (const { store } of demo.demo.stores()) {
      const open = await demo.ground.database.withStore(store.id, async (tx) => {
        const { rows } = await sql`
          select from customer_case where closed_at is null and opened_at < clock_now() - interval '25 hours'`.execute(
          tx,
        );
        return rows.length;
      });
      expect(open).toBeLessThanOrEqual(1);
    }
  });

  it('stands at the moment it was made for when it is ready, and its clock goes on from there', async () => {
    const { now, seeding } = await standing();
    expect(seeding).toBeNull();
    expect(Date.parse(now) - madeAt).toBeGreaterThan(0);
    expect(Date.parse(now) - madeAt).toBeLessThan(60_000);
  });

  it('counts in its shop the orders that are here', async () => {
    const counted = await demo.ground.database.withStore(storeId(), async (tx) => {
      const { rows } = await sql<{ here: number; there: number }>`
        select (select count(*) from orders) as here, (select count(*) from demo.shop_order) as there`.execute(tx);
      return rows[0];
    });
    expect(counted?.here).toBe(counted?.there);
  });

  it('is left out by whoever has no session', async () => {
    const answer = await fetch(`${demo.address}/api/v1/demo`);
    expect(answer.status).toBe(401);
  });

  it('knows no mail account by which a letter could leave', async () => {
    const connected = await demo.ask('POST', `/stores/${storeId()}/connections`, {
      purpose: 'mail',
      adapterId: 'smtp',
      config: { host: 'smtp.example.com', port: 587 },
    });
    expect(connected.status).toBe(422);
    expect(demo.ground.adapters.mailAdapters.map(({ id }) => id)).toEqual(['mailbox']);
  });

  it('lets in by a link once', async () => {
    const link = new URL(await demo.entryLink(null));
    const open = () => fetch(`${demo.address}${link.pathname}${link.search}`, { redirect: 'manual' });
    expect((await open()).headers.getSetCookie().join()).toMatch(/^regulars-demo\.session_token=/);
    expect((await open()).headers.getSetCookie()).toEqual([]);
  });

  it('opens no other demo, and says so whoever asks', async () => {
    const answer = await demo.ask('GET', '/demo-launch');
    expect(answer.json).toEqual({ isOffered: false, state: 'idle' });
  });

  it('knows the way back to the instance one entered it from, and none where it was started by hand', async () => {
    const cameFrom = async () =>
      ((await demo.ask('GET', '/demo')).json as { readonly cameFrom: string | null }).cameFrom;
    expect(await cameFrom()).toBeNull();
    await demo.entryLink('http://localhost:3000');
    expect(await cameFrom()).toBe('http://localhost:3000');
  });

  it('makes no link to a new password, by which its way in would be lost', async () => {
    const { data } = (await demo.ask('GET', '/people')).json as { readonly data: readonly { readonly id: string }[] };
    expect(data).toHaveLength(1);
    expect((await demo.ask('POST', `/people/${data[0]?.id}/password-link`)).status).toBe(404);
  });

  it('makes the thank-you mail appear when one buys as a customer', async () => {
    const shop = await demo.ask('GET', `/demo/stores/${storeId()}/shop`);
    const [product] = (shop.json as { products: { id: string; priceMinor: number }[] }).products;
    const placed = await demo.ask('POST', `/demo/stores/${storeId()}/orders`, {
      customer: { email: 'robin@visitor.example', firstName: 'Robin', locale: 'en' },
      items: [{ productId: product?.id ?? '', quantity: 2 }],
    });
    expect(placed).toMatchObject({ status: 201, json: { grandMinor: 2 * (product?.priceMinor ?? 0) } });
    await vi.waitFor(async () => expect(await mailsOf('robin@visitor.example')).toContain('thank-you'), {
      timeout: 20_000,
    });
  });

  it('refuses a product it does not sell and a code it did not give, naming the field', async () => {
    const customer = { email: 'robin@visitor.example', firstName: 'Robin' };
    const products = demo.demo.stores()[0]?.simulated.products ?? [];
    const order = (items: object[], couponCode: string | null) =>
      demo.ask('POST', `/demo/stores/${storeId()}/orders`, { customer, items, couponCode });
    expect(await order([{ productId: 'no-such', quantity: 1 }], null)).toMatchObject({
      status: 422,
      json: { code: 'demo.product_not_found', errors: [{ path: '/items/0/productId' }] },
    });
    expect(await order([{ productId: products[0]?.externalId, quantity: 1 }], 'GUESSED')).toMatchObject({
      status: 422,
      json: { code: 'demo.coupon_not_usable', errors: [{ path: '/couponCode' }] },
    });
  });

  it('moves its clock, and what is due meanwhile is done; a second move at once is refused', async () => {
    const before = Date.parse((await standing()).now);
    const [first, second] = [
      await demo.ask('POST', '/demo/clock', { forwardMs: 5 * dayMs }),
      await demo.ask('POST', '/demo/clock', { forwardMs: hourMs }),
    ];
    expect(first.status).toBe(202);
    expect(second).toMatchObject({ status: 409, json: { code: 'demo.busy' } });
    await arrive();
    expect(Date.parse((await standing()).now) - before).toBeGreaterThanOrEqual(5 * dayMs);
    expect(await mailsOf('robin@visitor.example')).toContain('get-to-know');
  }, 90_000);

  it('refuses to move by less than an hour or more than 31 days', async () => {
    for (const forwardMs of [0, hourMs - 1, 32 * dayMs, -dayMs]) {
      expect((await demo.ask('POST', '/demo/clock', { forwardMs })).status).toBe(400);
    }
  });

  it('keeps its clock and its state when it is closed and opened again', async () => {
    const before = Date.parse((await standing()).now);
    const stateBefore = await countState(demo);
    await demo.stop();
    demo = await openTestDemo(madeAt, demo.database);
    await demo.demo.start();
    const passed = Date.parse((await standing()).now) - before;
    expect(passed).toBeGreaterThanOrEqual(0);
    expect(passed).toBeLessThan(5 * 60_000);
    expect(await countState(demo)).toEqual(stateBefore);
  }, 60_000);

  async function mailsOf(email: string): Promise<readonly string[]> {
    return await demo.ground.database.withStore(storeId(), async (tx) => {
      const { rows } = await sql<{ key: string }>`
        select template_key as key from message where recipient_key = ${email}`.execute(tx);
      return rows.map(({ key }) => key);
    });
  }
});

/**
 * Without the friends who were brought, and of the mails the thanks: of two other mails that fall due at one moment, chance
 * may decide which one a cap stops, and whom it stops brings nobody.
 */
async function countOwn(of: TestDemo) {
  const [first] = of.demo.stores();
  if (first === undefined) throw new Error('The demo has no store.');
  return await of.ground.database.withStore(first.store.id, async (tx) => {
    const { rows } = await sql`
      with own as (select id from customer where id not in (select friend_customer_id from referral))
      select (select count(*) from own) as customers,
        (select jsonb_object_agg(external_id, grand_minor) from orders where customer_id in (select id from own)) as orders,
        (select jsonb_object_agg(key, count) from (
          select payload->>'templateKey' as key, count(*) from effect
          where kind = 'mail' and payload->>'templateKey' = 'thank-you' and customer_id in (select id from own)
          group by 1) as mails) as mails
      `.execute(tx);
    return rows[0];
  });
}

describe('two demos of one seed', () => {
  it('have the same people, who buy the same and are thanked alike', async () => {
    const states = [];
    for (let count = 0; count < 2; count += 1) {
      const twin = await openTestDemo(madeAt);
      await twin.demo.start();
      states.push(await countOwn(twin));
      await twin.stop();
      await twin.database.drop();
    }
    expect(states[1]).toEqual(states[0]);
  }, 180_000);
});
