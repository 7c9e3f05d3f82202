import { readFileSync } from 'node:fs';
import { toShopifyDelivery } from '@regulars/adapter-testkit';
import { sql } from 'kysely';
import { pino } from 'pino';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { playbookTemplates } from '@regulars/core/sequences';
import { dayMs, hourMs, minuteMs, toInstant, type SequenceId } from '@regulars/core/shared';
import { shopify, type ShopifyConfig } from '@regulars/platform-shopify';
import { askCustomers } from '../../../test-support/ask-customers.ts';
import { openTestDatabase, type OpenTestDatabase } from '../../../test-support/open-test-database.ts';
import { createOrderIntake, type OrderIntake } from '../../../test-support/order-intake.ts';
import { insertDeliveries, toDeliveryId } from '../../intake/insert-deliveries.ts';
import { installSegmentPresets } from '../../segments/door.ts';
import { advanceEnrollments } from '../../sequences/advance-enrollments.ts';
import { createDefinitionCache } from '../../sequences/definition-cache.ts';
import { installPlaybook } from '../../sequences/door.ts';
import { reactToEvents } from '../../sequences/react-to-events.ts';
import { resumeSequence } from '../../sequences/switch-sequence.ts';
import { readCartsInWords } from './read-carts.ts';
import { createCartLanes } from './jobs.ts';

type Body = Readonly<Record<string, unknown>>;

/** Shopify's own example of the webhook, whose `id` and times are changed. */
function readExample(topic: 'checkouts.create' | 'orders.create'): Body {
  const url = new URL(`../../../../../packages/platform-shopify/test/fixtures/webhooks/${topic}.json`, import.meta.url);
  return (JSON.parse(readFileSync(url, 'utf8')) as { readonly body: Body }).body;
}

const clientSecret = 'shpss_0123456789';
const config: ShopifyConfig = { domain: 'fake-shop.myshopify.com', clientSecret, currency: 'USD' };
const email = 'ada@buyer.test';

let opened: OpenTestDatabase;
let intake: OrderIntake;
let ask: ReturnType<typeof askCustomers>;
beforeAll(async () => {
  opened = await openTestDatabase();
});
afterAll(() => opened.close());
beforeEach(async () => {
  intake = await createOrderIntake(opened, shopify, { config });
  ask = askCustomers(intake);
});

const now = async () => opened.database.withStore(intake.storeId, async (_tx, at) => at);
const ago = async (ms: number) => new Date((await now()) - ms).toISOString();

async function receive(topic: string, payload: Body): Promise<void> {
  const { storeId, connectionId } = intake;
  const { headers, body } = toShopifyDelivery({ topic, payload, secret: clientSecret, domain: config.domain });
  const request = { headers, body: Buffer.from(body) };
  const verdict = shopify.verifyWebhook(request, { secrets: [clientSecret] }, toInstant(Date.now()));
  if (verdict.kind !== 'verified') throw new Error(`${topic} is ${verdict.kind}`);
  const { dedupeKey, ...webhook } = verdict.webhook;
  const id = toDeliveryId(connectionId, dedupeKey);
  const delivery = { storeId, id, connectionId, purpose: 'platform', adapterId: 'shopify', ...webhook } as const;
  await insertDeliveries(opened.database, [delivery]);
  await intake.work();
}

const checkout = async (change: Body = {}, agoMs = 0): Promise<void> =>
  receive('checkouts/update', {
    ...readExample('checkouts.create'),
    id: 7,
    customer: null,
    email,
    buyer_accepts_marketing: true,
    abandoned_checkout_url: 'https://fake-shop.test/checkouts/7/recover?key=k',
    created_at: await ago(agoMs),
    updated_at: await ago(agoMs),
    completed_at: null,
    ...change,
  });
const order = async (change: Body = {}): Promise<void> =>
  receive('orders/create', {
    ...readExample('orders.create'),
    id: 11,
    customer: null,
    email,
    contact_email: email,
    created_at: await ago(0),
    processed_at: await ago(0),
    updated_at: await ago(0),
    cancelled_at: null,
    financial_status: 'paid',
    test: false,
    ...change,
  });
const run = async (name: string): Promise<number> => {
  const lane = createCartLanes(opened).find((each) => each.name === `customers.${name}`);
  const due = await opened.database.withStores(
    [intake.storeId],
    (tx) => lane?.listDueStores(tx) ?? Promise.resolve([]),
  );
  return due.length === 0 ? 0 : ((await lane?.work(intake.storeId)) ?? 0);
};
const abandon = () => run('abandon-carts');
const pass = (ms: number) => void (opened.clock.shiftMs += ms);
const told = async () => (await ask.kinds()).filter((kind) => kind.startsWith('cart'));
const carts = () =>
  intake.query(sql<{ settledAs: string | null; hasOrder: boolean; isForgotten: boolean }>`
    select settled_as as "settledAs", order_id is not null as "hasOrder", contents is null as "isForgotten" from cart order by started_at`);

describe('a checkout that nobody touches', () => {
  it('is abandoned after an hour, as of then, and told once', async () => {
    await checkout();
    pass(59 * minuteMs);
    expect(await abandon()).toBe(0);
    pass(2 * minuteMs);
    expect(await abandon()).toBe(1);
    expect(await abandon()).toBe(0);
    const [event] = (await ask.events()).filter(({ kind }) => kind === 'cartAbandoned');
    expect(event?.data).toMatchObject({ externalId: '7', itemCount: 2, previousAbandonedAt: null });
    expect((await now()) - (event?.at ?? 0)).toBeLessThan(2 * minuteMs);
    expect(JSON.stringify(event?.data)).not.toContain('ada');
  });

  it('waits again when it is touched, by the newest version whatever comes in which order', async () => {
    await checkout();
    pass(50 * minuteMs);
    const touched = await ago(0);
    await checkout({ updated_at: touched, line_items: [] });
    await checkout({ updated_at: touched });
    await checkout({ updated_at: await ago(40 * minuteMs), line_items: [] });
    pass(30 * minuteMs);
    expect(await abandon()).toBe(0);
    pass(31 * minuteMs);
    expect(await abandon()).toBe(1);
  });

  it('of a shop whose clock runs ahead is abandoned all the same', async () => {
    await checkout({ updated_at: await ago(-10 * hourMs) });
    pass(61 * minuteMs);
    expect(await abandon()).toBe(1);
  });

  it.for([
    ['with nothing in it', { line_items: [] }],
    ['of nobody', { email: null }],
    ['of somebody unknown who said no yes', { buyer_accepts_marketing: false }],
  ] as const)('%s is none of ours', async ([, change]) => {
    await checkout(change);
    pass(2 * hourMs);
    expect(await abandon()).toBe(0);
    expect(await told()).toEqual([]);
  });

  it('makes no customer of an address that was only typed, and keeps no cart', async () => {
    await checkout({ buyer_accepts_marketing: false });
    expect(await ask.customers()).toEqual([]);
    expect(await carts()).toEqual([]);
    expect(await ask.states()).toEqual([['ignored', 'checkout.nobody']]);
  });

  it('belongs to the customer who has bought with that address, whatever box was ticked', async () => {
    const at = await ago(dayMs);
    await order({ created_at: at, processed_at: at, updated_at: at, buyer_accepts_marketing: false });
    await checkout({ email: 'ADA@buyer.test', buyer_accepts_marketing: false });
    pass(2 * hourMs);
    expect(await abandon()).toBe(1);
    expect(await ask.customers()).toMatchObject([{ orders: 1, consent: 'unknown' }]);
  });
});

describe('the order after a cart', () => {
  it('keeps it from being told at all, before and after it is known', async () => {
    await checkout();
    await order();
    pass(2 * hourMs);
    expect(await abandon()).toBe(0);
    expect(await carts()).toEqual([{ settledAs: 'bought', hasOrder: true, isForgotten: false }]);
    expect(await told()).toEqual([]);
  });

  it('does so when it is heard of before the checkout, too', async () => {
    const startedAt = await ago(minuteMs);
    await order();
    await checkout({ created_at: startedAt, updated_at: startedAt });
    pass(2 * hourMs);
    expect(await abandon()).toBe(0);
    expect(await carts()).toMatchObject([{ settledAs: 'bought' }]);
  });

  it('recovers one that was left, once', async () => {
    await checkout();
    pass(2 * hourMs);
    await abandon();
    await order();
    await order({ updated_at: await ago(-1000) });
    await checkout({ completed_at: await ago(0), updated_at: await ago(0) });
    expect(await told()).toEqual(['cartAbandoned', 'cartRecovered']);
  });

  it('is not needed where the platform says that the checkout was completed', async () => {
    await checkout({ completed_at: await ago(0) });
    pass(2 * hourMs);
    expect(await abandon()).toBe(0);
  });

  it('from before the cart was begun is none', async () => {
    await order({ created_at: await ago(hourMs), processed_at: await ago(hourMs) });
    await checkout();
    pass(2 * hourMs);
    expect(await abandon()).toBe(1);
  });
});

describe('a cart that is thrown away', () => {
  it('is told when it had been left, and stays away', async () => {
    await checkout();
    pass(2 * hourMs);
    await abandon();
    await receive('checkouts/delete', { id: 7 });
    await checkout({ updated_at: await ago(-minuteMs) });
    expect(await told()).toEqual(['cartAbandoned', 'cartDiscarded']);
    expect(await carts()).toMatchObject([{ settledAs: 'discarded', isForgotten: true }]);
  });

  it('before it is known is never left', async () => {
    await receive('checkouts/delete', { id: 7 });
    await checkout();
    pass(2 * hourMs);
    expect(await abandon()).toBe(0);
  });

  it('because it was ordered counts as bought once the order is known', async () => {
    await checkout();
    pass(2 * hourMs);
    await abandon();
    await receive('checkouts/delete', { id: 7 });
    await order();
    expect(await told()).toEqual(['cartAbandoned', 'cartDiscarded', 'cartRecovered']);
    expect(await carts()).toMatchObject([{ settledAs: 'bought', hasOrder: true }]);
  });
});

describe('what was in a cart', () => {
  it('is forgotten after thirty days; that it was left stays', async () => {
    await checkout();
    pass(2 * hourMs);
    await abandon();
    expect(await run('forget-carts')).toBe(0);
    pass(30 * dayMs);
    expect(await run('forget-carts')).toBe(1);
    expect(await run('forget-carts')).toBe(0);
    expect(await carts()).toMatchObject([{ isForgotten: true }]);
    expect(await told()).toEqual(['cartAbandoned']);
  });

  it('goes with the person, and does not come back', async () => {
    const startedAt = await ago(0);
    await checkout();
    await receive('customers/redact', { shop_domain: config.domain, customer: { id: 1, email }, orders_to_redact: [] });
    expect(await carts()).toEqual([]);
    await checkout({ created_at: startedAt, updated_at: await ago(-1000) });
    expect(await carts()).toEqual([]);
    expect(JSON.stringify(await intake.query(sql`select * from cart`))).not.toContain('ada');
  });

  it('is told to letters by name and link, as long as it waits', async () => {
    await checkout();
    const [cart] = await intake.query(sql<{ id: never }>`select id from cart`);
    const read = () =>
      opened.database.withStore(intake.storeId, (tx) => readCartsInWords(tx, intake.storeId, cart ? [cart.id] : []));
    expect([...(await read()).values()]).toMatchObject([
      { url: 'https://fake-shop.test/checkouts/7/recover?key=k', productNames: ['IPod Nano - 8GB'] },
    ]);
    await order();
    expect((await read()).size).toBe(0);
  });
});

describe('the cart reminder', () => {
  const templates = () =>
    intake.query(sql<{ template: string; state: string; reason: string | null }>`
      select payload->>'templateKey' as template, state, reason from effect
      where payload->>'templateKey' like 'cart-%' order by created_at, key`);
  const deps = () => ({
    database: opened.database,
    definitions: createDefinitionCache(),
    log: pino({ level: 'silent' }),
    findTemplateKeys: async () => new Set(playbookTemplates.map(({ key }) => key)),
  });
  const react = () => reactToEvents(deps(), intake.storeId);
  const advance = () => advanceEnrollments(deps(), intake.storeId);

  beforeEach(async () => {
    await opened.database.withStore(intake.storeId, async (tx) => {
      await installSegmentPresets(tx, intake.storeId);
      await installPlaybook(tx, intake.storeId);
    });
  });
  const switchOn = async () => {
    const [sequence] = await intake.query(sql<{ id: SequenceId }>`select id from sequence where key = 'cart-reminder'`);
    if (sequence === undefined) throw new Error('There is no cart reminder.');
    await resumeSequence(deps(), intake.storeId, sequence.id);
  };

  it('is off until it is switched on', async () => {
    await checkout();
    pass(2 * hourMs);
    await abandon();
    await react();
    pass(dayMs);
    expect(await advance()).toBe(0);
  });

  it('plans a mail about the cart; an order calls off what has not gone, and nothing follows', async () => {
    await switchOn();
    await checkout();
    pass(2 * hourMs);
    await abandon();
    await react();
    pass(dayMs);
    expect(await advance()).toBe(1);
    expect(await templates()).toEqual([{ template: 'cart-reminder', state: 'planned', reason: null }]);
    const [payload] = await intake.query(sql<{ isAbout: boolean }>`
      select e.payload->>'cartId' = c.id::text as "isAbout" from effect e, cart c where e.payload->>'templateKey' = 'cart-reminder'`);
    expect(payload).toEqual({ isAbout: true });
    await order();
    await react();
    expect(await templates()).toMatchObject([{ template: 'cart-reminder', state: 'cancelled' }]);
    pass(5 * dayMs);
    await advance();
    expect(await templates()).toHaveLength(1);
    expect(await told()).toEqual(['cartAbandoned', 'cartRecovered']);
  });

  it('rests for a fortnight: the next cart that is left begins nothing', async () => {
    await switchOn();
    await checkout();
    pass(2 * hourMs);
    await abandon();
    await react();
    pass(3 * dayMs);
    await checkout({ id: 8 });
    pass(2 * hourMs);
    await abandon();
    await react();
    const begun = await intake.query(
      sql`select from enrollment e join sequence s on s.id = e.sequence_id where s.key = 'cart-reminder'`,
    );
    expect(begun).toHaveLength(1);
    expect(await told()).toEqual(['cartAbandoned', 'cartAbandoned']);
  });
});
