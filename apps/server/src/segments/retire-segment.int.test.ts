import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CustomerId, StoreId } from '@regulars/core/shared';
import { createTestHttpApp, type TestHttpApp } from '../../test-support/create-test-http-app.ts';
import { seedCustomers } from '../../test-support/seed-customers.ts';
import { seedStore } from '../../test-support/seed-store.ts';
import { signIn } from '../../test-support/sign-in.ts';
import { newId } from '../foundation/ids.ts';
import { segmentsRoutes } from './routes.ts';
import type { SegmentUse } from './segment-use.ts';

let http: TestHttpApp;
let headers: Record<string, string>;
let storeId: StoreId;
let theirs: StoreId;
let uses: readonly SegmentUse[] = [];
const members: readonly CustomerId[] = Array.from({ length: 3 }, () => newId<'Customer'>());

beforeAll(async () => {
  http = await createTestHttpApp({
    apiRoutes: (database) => [segmentsRoutes({ database, findUses: async () => uses })],
  });
  headers = await signIn(http, { role: 'marketer' });
  storeId = await seedStore(http.database);
  theirs = await seedStore(http.database);
  await http.database.withStore(storeId, (tx) =>
    seedCustomers(
      tx,
      storeId,
      members.map((customerId) => ({
        customerId,
        country: 'BE',
        discountedOrderCount: 0,
        refundedMinor: 0,
        purchases: [],
      })),
    ),
  );
});
afterAll(() => http.close());

async function call<Answer>(
  method: 'GET' | 'POST' | 'PATCH' | 'DELETE',
  path: string,
  payload?: object,
): Promise<Answer> {
  const url = `/api/v1/stores/${storeId}${path}`;
  const answer = await http.app.inject({ method, url, headers, ...(payload === undefined ? {} : { payload }) });
  return answer.body === '' ? (null as Answer) : answer.json<Answer>();
}

const rule = { field: 'country', is: 'oneOf', value: ['BE'] };
const made = () => call<{ id: string; key: string }>('POST', '/segments', { name: 'Belgium', rule });

describe('an archived segment', () => {
  it('lets everybody go, is in no list of those in use, and comes back with its key and its members', async () => {
    const { id, key } = await made();
    expect(await call('POST', `/segments/${id}/archive`)).toMatchObject({ id, archivedAt: expect.any(String) });
    expect(await call('GET', '/segments')).toMatchObject({ data: [] });
    expect(await call('GET', '/segments?state=archived')).toMatchObject({ data: [{ id, memberCount: 0 }] });
    expect(await call('PATCH', `/segments/${id}`, { name: 'X' })).toMatchObject({
      status: 409,
      code: 'segment.archived',
    });
    expect(await made(), 'its key stays its own').toMatchObject({ key: `${key}-2` });
    expect(await call('POST', `/segments/${id}/restore`)).toMatchObject({ key, movedCount: 3, archivedAt: null });
    expect(await call('GET', `/segments/${id}`)).toMatchObject({ memberCount: 3, customerCount: 3 });
  });

  it('was used by no sequence that is on: otherwise it is refused and the sequence named', async () => {
    const { id, key } = await made();
    uses = [
      { segmentKey: key, sequenceId: newId(), name: 'Win back', status: 'live' },
      { segmentKey: 'another', sequenceId: newId(), name: 'Thanks', status: 'live' },
    ];
    for (const refused of [await call('POST', `/segments/${id}/archive`), await call('DELETE', `/segments/${id}`)]) {
      expect(refused).toMatchObject({
        status: 409,
        code: 'segment.in_use',
        detail: expect.stringContaining('“Win back”'),
      });
      expect(refused).not.toMatchObject({ detail: expect.stringContaining('Thanks') });
    }
    expect(await call('GET', `/segments/${id}`)).toMatchObject({ memberCount: 3, usedBy: [{ name: 'Win back' }] });
    uses = [{ segmentKey: key, sequenceId: newId(), name: 'Win back', status: 'paused' }];
    expect(await call('POST', `/segments/${id}/archive`)).toMatchObject({ id });
  });
});

describe('the history of a segment', () => {
  it('pages through its members and counts comings and goings by day and cause', async () => {
    const { id } = await made();
    const first = await call<{ data: { customerId: string }[]; nextCursor: string }>(
      'GET',
      `/segments/${id}/members?limit=2`,
    );
    const second = await call<typeof first>('GET', `/segments/${id}/members?limit=2&cursor=${first.nextCursor}`);
    expect([...first.data, ...second.data].map(({ customerId }) => customerId).sort()).toEqual([...members].sort());
    await call('PATCH', `/segments/${id}`, { rule: { not: rule } });
    expect(await call('GET', `/segments/${id}/movements`)).toEqual({
      data: [{ day: expect.stringMatching(/^\d{4}-\d\d-\d\d$/), cause: 'ruleChanged', entered: 3, left: 3 }],
    });
    expect(await call('GET', `/segments/${id}`), 'a changed rule is nobody’s movement').toMatchObject({
      enteredCount: 0,
      leftCount: 0,
    });
  });

  it('is not shown for a segment of another store', async () => {
    const { id } = await made();
    for (const path of ['', '/members', '/movements']) {
      const url = `/api/v1/stores/${theirs}/segments/${id}${path}`;
      expect((await http.app.inject({ url, headers })).json()).toMatchObject({
        status: 404,
        code: 'segment.not_found',
      });
    }
  });
});
