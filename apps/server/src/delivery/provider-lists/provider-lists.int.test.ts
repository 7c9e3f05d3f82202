import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { startFakeMailgun, type FakeMailgun } from '@regulars/adapter-testkit';
import { hourMs, minuteMs, type CustomerId, type EffectId, type StoreId } from '@regulars/core/shared';
import { startDeliveryWorld, type DeliveryWorld } from '../../../test-support/start-delivery-world.ts';
import { resubscribe, unsubscribe } from '../unsubscribe/unsubscribe.ts';
import { listStoresToPull } from '../mail-pulls.ts';
import { planPush } from './suppression-pushes.ts';

let world: DeliveryWorld;
let fake: FakeMailgun;
let storeId: StoreId;
let ada: CustomerId;
let mail: EffectId;
beforeAll(async () => {
  world = await startDeliveryWorld();
});
afterAll(() => world.close());
beforeEach(async () => {
  await world.setNoon();
  fake = await startFakeMailgun();
  storeId = await world.openStore();
  const config = { apiKey: fake.apiKey, domain: fake.domain, region: 'eu', baseUrl: fake.url };
  await world.connect(storeId, 'mailgun', config, fake.signingKey);
  ada = await world.addCustomer(storeId, { email: 'Ada@buyer.test' });
  mail = await world.plan(storeId, ada);
  await world.send.work(storeId);
  return () => fake.close();
});

const created_at = 'Fri, 20 Nov 2026 09:00:00 UTC';
const put = (address: string, tags: readonly string[] = ['*']) =>
  fake.suppressions.unsubscribes.set(address, { address, created_at, tags });
const pullAll = async () => {
  let pages = 0;
  while ((await isDue()) && (await world.pullSuppressions.work(storeId)) > 0) pages += 1;
  return pages;
};
const isDue = async () =>
  (await world.database.withStores([storeId], (tx) => listStoresToPull(tx, 'suppressions'))).length > 0;
const suppressed = async () => {
  const { rows } = await world.inStore(storeId, (tx) =>
    sql<{ key: string; reason: string }>`select recipient_key as key, reason from suppression order by 1, 2`.execute(
      tx,
    ),
  );
  return rows.map(({ key, reason }) => `${key} ${reason}`);
};
const push = () => world.pushSuppressions.work(storeId);
const listed = () => [...fake.suppressions.unsubscribes.keys()];

describe('the provider’s lists', () => {
  it('are taken over, of the people one knows, at once when an account is connected, and from then on daily', async () => {
    put('ada@buyer.test');
    put('stranger@buyer.test');
    await world.addCustomer(storeId, { email: 'cross@buyer.test' });
    await world.addCustomer(storeId, { email: 'later@buyer.test' });
    fake.suppressions.complaints.set('cross@buyer.test', { address: 'cross@buyer.test', created_at });
    expect(await pullAll()).toBeGreaterThan(3);
    expect(await suppressed()).toEqual(['ada@buyer.test unsubscribed', 'cross@buyer.test complaint']);
    expect((await world.eventsOf(storeId, ada)).at(-1)).toMatchObject({
      kind: 'unsubscribed',
      data: { source: 'from the mail provider’s list' },
    });
    expect(await isDue()).toBe(false);
    put('later@buyer.test');
    world.clock.shiftMs += 24 * hourMs;
    await pullAll();
    expect(await suppressed()).toContain('later@buyer.test unsubscribed');
  });

  it('tell what is known already once, and stop no mail that is not marketing', async () => {
    put('ada@buyer.test');
    await pullAll();
    world.clock.shiftMs += 24 * hourMs;
    await pullAll();
    expect((await world.eventsOf(storeId, ada)).filter(({ kind }) => kind === 'unsubscribed')).toHaveLength(1);
    const [marketing, about] = [
      await world.plan(storeId, ada),
      await world.plan(storeId, ada, { purpose: 'transactional' }),
    ];
    await world.send.work(storeId);
    expect([await world.stateOf(storeId, marketing), await world.stateOf(storeId, about)]).toEqual([
      'skipped: unsubscribed',
      'accepted',
    ]);
  });

  it('are read on where reading broke off, and left alone for hours by a key that may not read them', async () => {
    put('ada@buyer.test');
    fake.fail({ kind: 'answerInstead', status: 503, body: '{}' }, { path: /\/complaints/ });
    await pullAll();
    expect([await suppressed(), await isDue()]).toEqual([[], false]);
    world.clock.shiftMs += 15 * minuteMs;
    await pullAll();
    expect(await suppressed()).toEqual(['ada@buyer.test unsubscribed']);
    expect(fake.requests.filter(({ path }) => path.endsWith('/bounces'))).toHaveLength(1);
  });
});

it('a provider met for the first time is told whom nobody writes to here, but for whom the team alone put there', async () => {
  const put = (key: string, reason: string, scope: string) =>
    world.inStore(storeId, (tx) =>
      sql`insert into suppression (store_id, recipient_key, reason, scope, at) values (${storeId}, ${key}, ${reason}, ${scope}, clock_now())`.execute(
        tx,
      ),
    );
  await put('ada@buyer.test', 'unsubscribed', 'marketing');
  await put('dead@buyer.test', 'hard_bounce', 'all');
  await put('rude@buyer.test', 'manual', 'all');
  await put('erased:0123abcd', 'complaint', 'all');
  await pullAll();
  expect([await push(), listed(), [...fake.suppressions.bounces.keys()], fake.suppressions.complaints.size]).toEqual([
    2,
    ['ada@buyer.test'],
    ['dead@buyer.test'],
    0,
  ]);
  world.clock.shiftMs += 24 * hourMs;
  await pullAll();
  expect(await push()).toBe(0);
});

it('a key that may not change the lists is tried once for many, and again the next day', async () => {
  for (const key of ['ada@buyer.test', 'bea@buyer.test', 'cleo@buyer.test'])
    await world.inStore(storeId, (tx) => planPush(tx, storeId, key, 'complaint'));
  const mayNot = { kind: 'answerInstead', status: 403, body: '{"message":"Forbidden"}' } as const;
  fake.fail(mayNot, { method: 'DELETE' });
  expect([await push(), fake.requests.filter(({ method }) => method === 'DELETE').length]).toEqual([3, 1]);
  world.clock.shiftMs += 12 * hourMs;
  expect(await push()).toBe(0);
  world.clock.shiftMs += 13 * hourMs;
  expect([await push(), await push()]).toEqual([3, 0]);
});

it('an address that the provider refuses holds up no other', async () => {
  for (const key of ['ada@buyer.test', 'bea@buyer.test'])
    await world.inStore(storeId, (tx) => planPush(tx, storeId, key, 'complaint'));
  const odd = { kind: 'answerInstead', status: 400, body: '{"message":"Invalid"}' } as const;
  fake.fail(odd, { method: 'DELETE' });
  expect([await push(), fake.requests.filter(({ method }) => method === 'DELETE').length]).toEqual([2, 2]);
});

describe('a customer', () => {
  it('who unsubscribes is put on the provider’s list, for marketing only; who comes back is taken off it', async () => {
    await unsubscribe(world.database, storeId, mail);
    await unsubscribe(world.database, storeId, mail);
    expect(await push()).toBe(1);
    expect(fake.suppressions.unsubscribes.get('ada@buyer.test')).toMatchObject({ tags: ['marketing'] });
    await resubscribe(world.database, storeId, mail);
    await push();
    expect([listed(), await push()]).toEqual([[], 0]);
  });

  it('who changes their mind before the provider was told is told as they are, and tried until it answers', async () => {
    await unsubscribe(world.database, storeId, mail);
    fake.fail({ kind: 'resetInstead' }, { method: 'POST', path: /\/unsubscribes/ });
    await push();
    await resubscribe(world.database, storeId, mail);
    await unsubscribe(world.database, storeId, mail);
    fake.fail({ kind: 'resetAfter' }, { method: 'POST', path: /\/unsubscribes/ });
    await push();
    expect(await push()).toBe(0);
    world.clock.shiftMs += minuteMs + 1_000;
    expect([await push(), listed(), await push()]).toEqual([1, ['ada@buyer.test'], 0]);
  });

  it('who came back is not unsubscribed again by a list that does not know it yet', async () => {
    await unsubscribe(world.database, storeId, mail);
    await push();
    await resubscribe(world.database, storeId, mail);
    await pullAll();
    expect(await suppressed()).toEqual([]);
    await push();
    world.clock.shiftMs += 24 * hourMs;
    await pullAll();
    expect([await suppressed(), listed()]).toEqual([[], []]);
  });

  it('of a store whose mail account keeps no lists is told to nobody', async () => {
    const plain = await world.openStore();
    const grace = await world.addCustomer(plain);
    const letter = await world.plan(plain, grace);
    await world.send.work(plain);
    await unsubscribe(world.database, plain, letter);
    expect([await world.pushSuppressions.work(plain), await world.pullSuppressions.work(plain)]).toEqual([0, 0]);
    const left = sql<{ n: number }>`select count(*) as n from suppression_push`;
    const countLeft = async () => (await world.inStore(plain, (tx) => left.execute(tx))).rows[0]?.n;
    expect(await countLeft()).toBe(0);
    // What was lifted nobody else remembers: it is kept for the account that comes.
    await resubscribe(world.database, plain, letter);
    expect([await world.pushSuppressions.work(plain), await countLeft()]).toEqual([0, 1]);
  });
});
