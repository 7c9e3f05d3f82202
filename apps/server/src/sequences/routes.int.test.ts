import { sql } from 'kysely';
import { pino } from 'pino';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CustomerId, StoreId } from '@regulars/core/shared';
import { playbookTemplates, postPurchase } from '@regulars/core/sequences';
import { createTestHttpApp, type TestHttpApp } from '../../test-support/create-test-http-app.ts';
import { seedStore } from '../../test-support/seed-store.ts';
import { signIn } from '../../test-support/sign-in.ts';
import { appendEvents } from '../foundation/events/event-log.ts';
import { newId } from '../foundation/ids.ts';
import { installSegmentPresets } from '../segments/door.ts';
import { createDefinitionCache } from './definition-cache.ts';
import { installPlaybook } from './door.ts';
import { reactToEvents } from './react-to-events.ts';
import { sequencesRoutes } from './routes.ts';

let http: TestHttpApp;
let headers: Record<string, string>;
let storeId: StoreId;
const anna: CustomerId = newId();

beforeAll(async () => {
  const findTemplateKeys = async () => new Set(playbookTemplates.map(({ key }) => key));
  const findLacks = async () => [];
  http = await createTestHttpApp({
    apiRoutes: (database) => [sequencesRoutes({ database, findTemplateKeys, findLacks })],
  });
  headers = await signIn(http, { role: 'marketer', email: 'mia@agency.example' });
  storeId = await seedStore(http.database);
  await http.database.withStore(storeId, async (tx, now) => {
    await installSegmentPresets(tx, storeId);
    await installPlaybook(tx, storeId);
    const data = {
      orderId: newId(),
      productExternalIds: [],
      categories: [],
      purchaseNumber: 1,
      isRenewal: false,
      isHistory: false,
    };
    await appendEvents(tx, storeId, [{ customerId: anna, kind: 'orderPaid', at: now, data }]);
  });
  await reactToEvents(
    { database: http.database, definitions: createDefinitionCache(), log: pino({ level: 'silent' }) },
    storeId,
  );
});
afterAll(() => http.close());

const call = (method: 'GET' | 'POST', path: string, payload?: object) =>
  http.app.inject({
    method,
    url: `/api/v1/stores/${storeId}${path}`,
    headers,
    ...(payload === undefined ? {} : { payload }),
  });

async function idOf(key: string): Promise<string> {
  const { data } = (await call('GET', '/sequences')).json<{ data: { id: string; key: string }[] }>();
  return data.find((sequence) => sequence.key === key)?.id ?? '';
}

describe('the sequences of a store', () => {
  it('are listed with how many customers stand where', async () => {
    expect((await call('GET', '/sequences')).json()).toMatchObject({
      data: [
        { key: 'cart-reminder', status: 'draft', liveVersion: null },
        {
          key: 'post-purchase',
          status: 'live',
          liveVersion: 1,
          enrollments: { active: 1, completed: 0, exited: 0, failed: 0 },
        },
        { key: 'referral-invite', status: 'draft', liveVersion: null },
      ],
    });
    const detail = await call('GET', `/sequences/${await idOf('post-purchase')}`);
    expect(detail.json()).toMatchObject({ definition: postPurchase, enrollments: { active: 1 } });
  });

  it('are switched on and off', async () => {
    const id = await idOf('referral-invite');
    expect((await call('POST', `/sequences/${id}/pause`)).json()).toMatchObject({
      status: 409,
      code: 'sequence.never_switched_on',
    });
    expect((await call('POST', `/sequences/${id}/resume`)).json()).toMatchObject({ status: 'live', liveVersion: 1 });
    expect((await call('POST', `/sequences/${id}/pause`)).json()).toMatchObject({ status: 'paused', liveVersion: 1 });
    expect((await call('POST', `/sequences/${newId()}/pause`)).json()).toMatchObject({
      status: 404,
      code: 'sequence.not_found',
    });
  });

  it('are written as drafts and published in versions', async () => {
    const definition = { ...postPurchase, key: 'short', name: 'Short', steps: postPurchase.steps.slice(0, 2) };
    const made = await call('POST', '/sequences', { definition });
    expect(made.statusCode).toBe(201);
    expect(made.json()).toMatchObject({ status: 'draft', latestVersion: 1 });
    const { id } = made.json<{ id: string }>();
    expect(
      (await call('POST', `/sequences/${id}/versions`, { definition: { ...definition, name: 'Shorter' } })).json(),
    ).toMatchObject({
      name: 'Shorter',
      status: 'live',
      liveVersion: 2,
    });
    const versions = (await call('GET', `/sequences/${id}/versions?limit=1`)).json<{
      data: { version: number }[];
      nextCursor: string;
    }>();
    expect(versions.data).toMatchObject([{ version: 2 }]);
    expect((await call('GET', `/sequences/${id}/versions?cursor=${versions.nextCursor}`)).json()).toMatchObject({
      data: [{ version: 1 }],
      nextCursor: null,
    });
  });

  it('refuse a bad definition with the place of the trouble', async () => {
    const answer = await call('POST', '/sequences', {
      definition: { ...postPurchase, key: 'bad', steps: [{ id: 'a', kind: 'exit' }] },
    });
    expect(answer.json()).toMatchObject({
      status: 422,
      code: 'sequence.definition_invalid',
      errors: [{ path: '/steps/0/reason' }],
    });
  });

  it('come with presets, and say which are there already', async () => {
    expect((await call('GET', '/sequence-presets')).json()).toMatchObject({
      data: [{ isInstalled: true }, { isInstalled: true }, { isInstalled: true }],
    });
  });
});

describe('a customer in sequences', () => {
  it('is explained', async () => {
    const { data } = (await call('GET', `/customers/${anna}/sequences`)).json<{ data: { key: string }[] }>();
    expect(data.find(({ key }) => key === 'post-purchase')).toMatchObject({
      whyNot: null,
      enrollments: [{ status: 'active', stepId: 'until-it-arrives' }],
    });
    expect((await call('GET', `/customers/${newId()}/sequences`)).json()).toMatchObject({
      status: 404,
      code: 'sequence.customer_not_found',
    });
  });

  it('who was set aside is shown with a code, and taken up again', async () => {
    expect((await call('GET', '/failed-enrollments')).json()).toEqual({ data: [], nextCursor: null });
    await http.database.withStore(storeId, (tx) =>
      sql`update enrollment set status = 'failed', reason = 'enrollment.undecidable'`.execute(tx),
    );
    const { data } = (await call('GET', '/failed-enrollments')).json<{ data: { id: string }[] }>();
    expect(data).toMatchObject([{ customerId: anna, code: 'enrollment.undecidable', stepId: 'until-it-arrives' }]);
    const retry = () => call('POST', `/failed-enrollments/${data[0]?.id}/retry`);
    expect((await retry()).statusCode).toBe(204);
    expect((await retry()).json()).toMatchObject({ status: 409, code: 'enrollment.not_failed' });
    expect((await call('POST', `/failed-enrollments/${newId()}/retry`)).json()).toMatchObject({
      status: 404,
      code: 'enrollment.not_found',
    });
  });
});
