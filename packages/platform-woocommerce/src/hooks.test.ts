import {
  startFakeWooCommerce,
  startHttpUpstream,
  type FakeWooCommerce,
  adapterErrorOf,
} from '@regulars/adapter-testkit';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { at, connectTo } from '../test/store.ts';

let store: FakeWooCommerce;
beforeEach(async () => {
  store = await startFakeWooCommerce();
});
afterEach(() => store.close());

const target = { hookUrl: 'https://regulars.example/hooks/shop-1', secret: 'a-secret-of-ours' };

test('every topic that is used is registered with our address and our secret', async () => {
  const { hooks } = connectTo(store);
  const repaired = await hooks.repair(target);
  expect(repaired.toSorted()).toEqual(store.webhooks.map(({ topic }) => topic).toSorted());
  expect(repaired).toHaveLength(11);
  expect(new Set(store.webhooks.map(({ delivery_url: url }) => url))).toEqual(new Set([target.hookUrl]));
  const posted = store.requests
    .filter(({ method }) => method === 'POST')
    .map(({ body }) => JSON.parse(body.toString()));
  expect(new Set(posted.map(({ secret }) => secret))).toEqual(new Set([target.secret]));
});

test('a webhook that was disabled is replaced, for woken it would bear no failure more', async () => {
  const server = await startHttpUpstream(({ body }) => ({ status: body.includes('webhook_id') ? 200 : 500 }));
  const { hooks } = connectTo(store);
  const ours = { ...target, hookUrl: `${server.url}/hook` };
  await hooks.repair(ours);
  const order = store.addOrder({ status: 'processing', date_created_gmt: at(0) });
  for (let failure = 0; failure < 7; failure += 1) await store.announce('order.updated', order);
  expect((await hooks.check(ours)).filter(({ state }) => state !== 'active')).toEqual([
    { topic: 'order.updated', state: 'disabled' },
  ]);
  expect(await hooks.repair(ours)).toEqual(['order.updated']);
  await store.announce('order.updated', order);
  expect((await hooks.check(ours)).every(({ state }) => state === 'active')).toBe(true);
  expect(store.webhooks).toHaveLength(11);
  await server.close();
});

test('of two webhooks of ours for one topic the older stays; somebody else’s are never touched', async () => {
  const { hooks } = connectTo(store);
  await hooks.repair(target);
  await hooks.repair({ ...target, hookUrl: 'https://other.example/hooks/shop-1' });
  const before = store.webhooks.map(({ id }) => id);
  // Another process registered at the same time.
  const twin = connectTo(await emptied(store));
  await twin.hooks.repair(target);
  expect(store.webhooks).toHaveLength(33);
  expect(await hooks.repair(target)).toHaveLength(11);
  expect(store.webhooks.map(({ id }) => id)).toEqual(before);
});

/** The same store, whose list of webhooks is empty when it is asked for next. */
async function emptied(shop: FakeWooCommerce): Promise<FakeWooCommerce> {
  shop.fail({ kind: 'answerInstead', status: 200, headers: { 'x-wp-total': '0' }, body: '[]' }, { method: 'GET' });
  return shop;
}

test('a webhook of ours that signs with an earlier secret is replaced; of one made by hand nobody can tell', async () => {
  const { hooks } = connectTo(store);
  store.addWebhook({ topic: 'order.updated', delivery_url: target.hookUrl });
  expect(await hooks.repair(target)).not.toContain('order.updated');
  const rotated = { ...target, secret: 'another-secret-of-ours' };
  const lacking = (await hooks.check(rotated)).filter(({ state }) => state === 'missing').map(({ topic }) => topic);
  expect([lacking.length, lacking.includes('order.updated')]).toEqual([10, false]);
  expect(await hooks.repair(rotated)).toEqual(lacking);
  expect((await hooks.check(rotated)).every(({ state }) => state === 'active')).toBe(true);
  expect(store.webhooks).toHaveLength(11);
});

test('of one made by hand and one of ours, ours stays', async () => {
  const { hooks } = connectTo(store);
  const byHand = store.addWebhook({ topic: 'order.updated', delivery_url: target.hookUrl });
  const twin = connectTo(await emptied(store));
  await twin.hooks.repair(target);
  expect(await hooks.repair(target)).toEqual(['order.updated']);
  expect(store.webhooks.map(({ id }) => id)).not.toContain(byHand.id);
  expect(store.webhooks).toHaveLength(11);
});

test('ours are found among more webhooks than a page holds', async () => {
  const { hooks } = connectTo(store);
  for (let n = 0; n < 132; n += 1)
    store.addWebhook({ topic: 'order.updated', delivery_url: 'https://other.example/hooks/shop-1' });
  await hooks.repair(target);
  expect(store.webhooks).toHaveLength(143);
  expect((await hooks.check(target)).every(({ state }) => state === 'active')).toBe(true);
});

test('an answer that was lost leaves no second webhook behind', async () => {
  const { hooks } = connectTo(store);
  store.fail({ kind: 'resetAfter' }, { method: 'POST' });
  expect(await adapterErrorOf(hooks.repair(target))).toMatchObject({ kind: 'unavailable', outcome: 'unknown' });
  await hooks.repair(target);
  expect(store.webhooks).toHaveLength(11);
});

test.for(['a&amp;b', 'a b', ''])('the secret "%s", which WooCommerce would change, is refused', async (secret) => {
  const { hooks } = connectTo(store);
  expect(await adapterErrorOf(hooks.repair({ ...target, secret }))).toMatchObject({ kind: 'misconfigured' });
  expect(store.requests).toEqual([]);
});

test('a key that may only read is told as such, and registers nothing', async () => {
  const reader = await startFakeWooCommerce({ permission: 'read' });
  const { hooks } = connectTo(reader);
  await hooks.check(target);
  expect(await adapterErrorOf(hooks.repair(target))).toMatchObject({ kind: 'unauthenticated', outcome: 'notDone' });
  expect(reader.webhooks).toEqual([]);
  await reader.close();
});
