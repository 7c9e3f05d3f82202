import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { StoreId } from '@regulars/core/shared';
import { createTestHttpApp, type TestHttpApp } from '../../test-support/create-test-http-app.ts';
import { seedCustomers } from '../../test-support/seed-customers.ts';
import { seedStore } from '../../test-support/seed-store.ts';
import { signIn } from '../../test-support/sign-in.ts';
import { newId } from '../foundation/ids.ts';
import { installSegmentPresets } from './door.ts';
import { segmentsRoutes } from './routes.ts';

let http: TestHttpApp;
let headers: Record<string, string>;
let storeId: StoreId;
const belgianId = newId<'Customer'>();

beforeAll(async () => {
  http = await createTestHttpApp({ apiRoutes: (database) => [segmentsRoutes({ database, findUses: async () => [] })] });
  headers = await signIn(http, { role: 'marketer', email: 'mia@agency.example' });
  storeId = await seedStore(http.database);
  await http.database.withStore(storeId, async (tx) => {
    await installSegmentPresets(tx, storeId);
    await seedCustomers(tx, storeId, [
      { customerId: belgianId, country: 'BE', discountedOrderCount: 0, refundedMinor: 0, purchases: [] },
    ]);
  });
});
afterAll(() => http.close());

const call = (method: 'GET' | 'POST' | 'PATCH' | 'DELETE', path: string, payload?: object) =>
  http.app.inject({
    method,
    url: `/api/v1/stores/${storeId}${path}`,
    headers,
    ...(payload === undefined ? {} : { payload }),
  });

describe('the segments of a store', () => {
  it('are listed in pages by key', async () => {
    const first = (await call('GET', '/segments?limit=4')).json<{
      data: { key: string; memberCount: number }[];
      nextCursor: string;
    }>();
    expect(first.data.map(({ key }) => key)).toEqual(['big-spenders', 'buyers', 'discount-only', 'due-this-week']);
    const second = (await call('GET', `/segments?limit=4&cursor=${first.nextCursor}`)).json();
    expect(second).toMatchObject({
      data: [{ key: 'first-time', memberCount: 0 }, { key: 'loyal' }, { key: 'slipping-away' }],
      nextCursor: null,
    });
  });

  it('are made, counted, edited and deleted', async () => {
    const rule = { field: 'country', is: 'oneOf', value: ['BE'] };
    expect((await call('POST', '/segments/preview', { rule })).json()).toMatchObject({ matching: 1, customers: 1 });
    const made = await call('POST', '/segments', { key: 'belgium', name: 'Belgium', rule });
    expect(made.statusCode).toBe(201);
    expect(made.json()).toMatchObject({ key: 'belgium', rule, movedCount: 1 });
    const { id } = made.json<{ id: string }>();
    expect((await call('PATCH', `/segments/${id}`, { name: 'België' })).json()).toMatchObject({
      name: 'België',
      rule,
      movedCount: 0,
    });
    expect((await call('DELETE', `/segments/${id}`)).statusCode).toBe(204);
    expect((await call('DELETE', `/segments/${id}`)).json()).toMatchObject({ status: 404, code: 'segment.not_found' });
  });

  it('refuse a bad rule with the place of the trouble', async () => {
    const answer = await call('POST', '/segments', {
      key: 'x',
      name: 'X',
      rule: { all: [{ field: 'orderCount', is: 'atLeast', value: '3' }] },
    });
    expect(answer.json()).toMatchObject({
      status: 422,
      code: 'segment.rule_invalid',
      errors: [{ path: '/rule/all/0/value' }],
    });
  });

  it('tell why a customer is in them or not', async () => {
    const answer = await call('GET', `/customers/${belgianId}/segments`);
    const { data } = answer.json<{ data: { key: string }[] }>();
    expect(data.find(({ key }) => key === 'loyal')).toEqual({
      key: 'loyal',
      name: 'Loyal customers',
      matches: false,
      deciding: [{ path: '', leaf: { field: 'orderCount', is: 'atLeast', value: 3 }, matches: false, actual: 0 }],
    });
    expect((await call('GET', `/customers/${newId()}/segments`)).statusCode).toBe(404);
  });

  it('come with presets to start from', async () => {
    expect((await call('GET', '/segment-presets')).json()).toMatchObject({
      data: [{ key: 'buyers' }, {}, {}, {}, {}, {}, {}, {}, {}],
    });
  });
});
