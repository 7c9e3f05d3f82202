import { createHmac } from 'node:crypto';
import type { AdapterContext } from '@regulars/adapter-contracts';
import { startFakeShopify, type FakeShopify, adapterErrorOf } from '@regulars/adapter-testkit';
import { toInstant } from '@regulars/core/shared';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { connectTo } from '../test/store.ts';
import { authorization } from './authorization.ts';
import { settingsSchema, type ShopifySettings } from './config.ts';

const nowMs = 1_795_300_000_000;
let store: FakeShopify;
let settings: ShopifySettings;
let kept: string | null;
let context: AdapterContext;
beforeEach(async () => {
  store = await startFakeShopify({ nowMs: () => nowMs });
  const { domain, clientId, clientSecret, fetch } = store;
  settings = { domain, clientId, clientSecret };
  kept = null;
  context = {
    timeoutMs: 10_000,
    allowPrivateNetwork: true,
    fetch,
    now: () => toInstant(nowMs),
    loan: { read: async () => kept, write: async (value) => void (kept = value) },
  };
});
afterEach(() => store.close());

/** What Shopify appends to the return address, signed as it does. */
function answer(changes: Readonly<Record<string, string>> = {}, secret = store.clientSecret) {
  const query: Record<string, string> = {
    code: store.tokens.issueCode(),
    host: 'YWRtaW4uc2hvcGlmeS5jb20vc3RvcmUvZmFrZQ==',
    shop: store.domain,
    state: 'state-1',
    timestamp: String(nowMs / 1000),
    ...changes,
  };
  const text = new URLSearchParams(Object.entries(query).toSorted(([a], [b]) => (a < b ? -1 : 1))).toString();
  return { ...query, hmac: createHmac('sha256', secret).update(text).digest('hex') };
}

const complete = (query: Readonly<Record<string, string>>, state = 'state-1') =>
  authorization.complete(settings, { query, state, callback: null }, context);

test('of a configuration that serves already, only what has to be typed in is taken', () => {
  const read = settingsSchema.safeParse({ ...settings, access: 'token', accessToken: 'shpat_1' });
  expect(read.data).toEqual(settings);
});

test('the merchant is sent to their own store, with all that is needed asked for at once', () => {
  const url = new URL(
    authorization.toUrl(settings, { returnUrl: 'https://regulars.example/back', callbackUrl: '', state: 'state-1' }),
  );
  expect([url.host, url.pathname]).toEqual([store.domain, '/admin/oauth/authorize']);
  expect(Object.fromEntries(url.searchParams)).toEqual({
    client_id: store.clientId,
    scope: 'read_orders,read_customers,read_products,write_discounts,read_all_orders',
    redirect_uri: 'https://regulars.example/back',
    state: 'state-1',
  });
});

test('who comes back brings a code, for which the store lends a token that serves', async () => {
  const config = await complete(answer());
  expect(config).toEqual({ ...settings, access: 'oauth' });
  expect(JSON.parse(kept ?? '')).toMatchObject({ endsAtMs: nowMs + 3_600_000, refreshToken: expect.any(String) });
  await connectTo(store, context, { ...config, accessToken: undefined }).checkAccess();
});

test.for([
  ['was signed by somebody else', () => answer({}, 'another-secret'), 'state-1'],
  ['is of another shop', () => answer({ shop: 'other.myshopify.com' }), 'state-1'],
  ['is old', () => answer({ timestamp: String(nowMs / 1000 - 91) }), 'state-1'],
  ['has no time', () => answer({ timestamp: '' }), 'state-1'],
  ['answers another question', () => answer(), 'state-2'],
  ['answers no question', () => answer({ state: '' }), ''],
  ['was changed on its way', () => ({ ...answer(), code: 'other' }), 'state-1'],
  ['is unsigned', () => ({ ...answer(), hmac: '' }), 'state-1'],
] as const)('an answer that %s is refused, and nobody is asked for a token', async ([, query, state]) => {
  const work = complete(query(), state);
  expect(await adapterErrorOf(work)).toMatchObject({ kind: 'unauthenticated', outcome: 'notDone' });
  expect([kept, store.requests.length]).toEqual([null, 0]);
});

test('a code serves once', async () => {
  const query = answer();
  await complete(query);
  expect(await adapterErrorOf(complete(query))).toMatchObject({ kind: 'unauthenticated' });
});
