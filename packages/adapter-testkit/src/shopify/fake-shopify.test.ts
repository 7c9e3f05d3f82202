import { createHmac } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { startHttpUpstream } from '../upstream/http-upstream.ts';
import { startFakeShopify, type FakeShopify } from './fake-shopify.ts';

let nowMs = 0;
let store: FakeShopify;
beforeEach(async () => {
  nowMs = 1_795_300_000_000;
  store = await startFakeShopify({ maximumAvailable: 100, restoreRate: 50, maxQueryCost: 80, nowMs: () => nowMs });
});
afterEach(() => store.close());

interface Answered {
  readonly status: number;
  readonly data?: Readonly<Record<string, unknown>>;
  readonly errors?: readonly { readonly extensions?: { readonly code: string } }[];
  readonly extensions?: { readonly cost: { readonly throttleStatus: { readonly currentlyAvailable: number } } };
}

async function post(path: string, body: object, headers: Readonly<Record<string, string>> = {}): Promise<Response> {
  return store.fetch(`https://${store.domain}${path}`, { method: 'POST', headers, body: JSON.stringify(body) });
}

async function ask(query: string, variables: object = {}, token = store.accessToken): Promise<Answered> {
  const path = '/admin/api/2026-10/graphql.json';
  const response = await post(path, { query, variables }, { 'x-shopify-access-token': token });
  return { ...((await response.json()) as object), status: response.status };
}

const grant = async (body: object): Promise<Response> =>
  post('/admin/oauth/access_token', { client_id: store.clientId, client_secret: store.clientSecret, ...body });

describe('a query', () => {
  test('gets the fields it asked for, by the names it gave them, and no others', async () => {
    const answer = await ask('query Q { it: shop { ...F } } fragment F on Shop { name }');
    expect(answer.data).toEqual({ it: { name: 'Fake shop' } });
  });

  test('for a field that is not there is refused', async () => {
    expect(await ask('query Q { shop { nonsense } }')).toMatchObject({
      errors: [{ extensions: { code: 'undefinedField' } }],
    });
  });

  test('with a wrong token is 401', async () => {
    expect(await ask('query Q { shop { name } }', {}, 'shpat_wrong')).toMatchObject({ status: 401 });
  });

  test('that costs more than one may is refused in a 200, and no points are taken', async () => {
    const query = 'query Q { orders(first: 250) { nodes { id } } }';
    expect(await ask(query)).toMatchObject({ status: 200, errors: [{ extensions: { code: 'MAX_COST_EXCEEDED' } }] });
    expect((await ask('query Q { shop { name } }')).extensions?.cost.throttleStatus.currentlyAvailable).toBe(99);
  });

  test('beyond what the bucket holds is throttled in a 200, until points have come back', async () => {
    for (let n = 0; n < 100; n += 1) store.addOrder({ processedAt: '2026-11-01T00:00:00Z' });
    const query = 'query Q { orders(first: 70) { nodes { id } } }';
    expect((await ask(query)).errors).toBeUndefined();
    expect(await ask(query)).toMatchObject({ status: 200, errors: [{ extensions: { code: 'THROTTLED' } }] });
    nowMs += 2_000;
    expect((await ask(query)).errors).toBeUndefined();
  });

  test('is charged for what it got, not for what it might have', async () => {
    store.addOrder({ processedAt: '2026-11-01T00:00:00Z' });
    const { extensions } = await ask('query Q { orders(first: 70) { nodes { id } } }');
    expect(extensions?.cost.throttleStatus.currentlyAvailable).toBeGreaterThan(90);
  });
});

test('orders come by when they changed, from after the cursor, within a time', async () => {
  for (const day of [3, 1, 2]) store.addOrder({ processedAt: `2026-11-0${day}T00:00:00Z` });
  const query = `query Q($after: String) { orders(first: 1, after: $after, query: "updated_at:>='2026-11-02T00:00:00Z'") {
    pageInfo { hasNextPage endCursor } nodes { processedAt } } }`;
  const read = async (after: string | null) =>
    (await ask(query, { after })).data?.['orders'] as {
      readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string };
      readonly nodes: readonly { readonly processedAt: string }[];
    };
  const first = await read(null);
  const second = await read(first.pageInfo.endCursor);
  expect([first, second].map(({ nodes, pageInfo }) => [nodes[0]?.processedAt, pageInfo.hasNextPage])).toEqual([
    ['2026-11-02T00:00:00Z', true],
    ['2026-11-03T00:00:00Z', false],
  ]);
});

test('a code that is there in any case is taken, which is told in a 200', async () => {
  const mutation = `mutation M($d: DiscountCodeBasicInput!) { discountCodeBasicCreate(basicCodeDiscount: $d) {
    codeDiscountNode { id } userErrors { code } } }`;
  await ask(mutation, { d: { code: 'FRIEND' } });
  expect(await ask(mutation, { d: { code: 'friend' } })).toMatchObject({
    status: 200,
    data: { discountCodeBasicCreate: { codeDiscountNode: null, userErrors: [{ code: 'TAKEN' }] } },
  });
  expect(store.discounts).toHaveLength(1);
});

describe('a token', () => {
  test('of the app’s own credentials lasts a day', async () => {
    const { access_token: token } = (await (await grant({ grant_type: 'client_credentials' })).json()) as {
      access_token: string;
    };
    expect(store.tokens.isValid(token)).toBe(true);
    nowMs += 24 * 3_600_000;
    expect(store.tokens.isValid(token)).toBe(false);
  });

  test('is renewed by a refresh token that serves once', async () => {
    const { refreshToken } = store.tokens.issueExpiring();
    const renew = { grant_type: 'refresh_token', refresh_token: refreshToken };
    expect([(await grant(renew)).status, (await grant(renew)).status]).toEqual([200, 400]);
  });

  test('is not given for a wrong secret', async () => {
    expect((await grant({ grant_type: 'client_credentials', client_secret: 'wrong' })).status).toBe(400);
  });
});

test('a webhook is signed over its bytes, and has the same id when it is sent again', async () => {
  const hook = await startHttpUpstream(() => ({ status: 200 }));
  const webhook = { hookUrl: `${hook.url}/hook`, topic: 'orders/updated', payload: { id: 1, name: 'Größe' } };
  await store.deliverWebhook(webhook);
  await store.deliverWebhook(webhook);
  const [first, second] = hook.requests;
  const expected = createHmac('sha256', store.clientSecret)
    .update(first?.body ?? '')
    .digest('base64');
  expect(first?.headers['x-shopify-hmac-sha256']).toBe(expected);
  expect(first?.headers['x-shopify-webhook-id']).toBe(second?.headers['x-shopify-webhook-id']);
  await hook.close();
});

test('another host is not led to the store', async () => {
  await expect(store.fetch('https://other.example/')).rejects.toThrow(TypeError);
});
