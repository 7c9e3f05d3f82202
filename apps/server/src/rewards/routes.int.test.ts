import { randomBytes } from 'node:crypto';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CustomerId, StoreId } from '@regulars/core/shared';
import { createTestHttpApp, type TestHttpApp } from '../../test-support/create-test-http-app.ts';
import { registryOf, testPlatform } from '../../test-support/test-platform.ts';
import { seedStore } from '../../test-support/seed-store.ts';
import { signIn } from '../../test-support/sign-in.ts';
import { ensureCustomer } from '../customers/door.ts';
import { createSealer } from '../foundation/secrets/seal.ts';
import { claimReferral } from '../referrals/claim-referral.ts';
import { createAdvocateLink, createRewardCodes } from '../referrals/door.ts';
import { installReferralProgram } from '../referrals/manage-program.ts';
import { referralRoutes } from '../referrals/routes.ts';
import { createDirectory } from '../stores/directory.ts';
import { findStore } from '../stores/door.ts';
import { reactToEvents } from './react-to-events.ts';
import { rewardRoutes } from './routes.ts';

const rewardCodes = createRewardCodes(new Uint8Array(32));
let http: TestHttpApp;
let headers: Record<string, string>;
let storeId: StoreId;
let annaId: CustomerId;

beforeAll(async () => {
  http = await createTestHttpApp({
    apiRoutes: (database) => [
      referralRoutes({
        database,
        adapters: registryOf(testPlatform),
        directory: createDirectory(database, createSealer([{ id: 'test', key: randomBytes(32) }])),
        advocateLink: createAdvocateLink('http://regulars.test'),
      }),
      rewardRoutes({ database }),
    ],
  });
  headers = await signIn(http, { role: 'marketer' });
  storeId = await seedStore(http.database);
  annaId = await http.database.withStore(storeId, async (tx, now) => {
    const store = await findStore(tx, storeId);
    if (store !== null) await installReferralProgram(tx, store);
    return ensureCustomer(
      tx,
      storeId,
      { email: 'anna@example.com', firstName: 'Anna', locale: 'nl', saidYesAt: null },
      now,
    );
  });
});
afterAll(() => http.close());

const call = (method: 'GET' | 'POST' | 'PUT', path: string, payload?: object) =>
  http.app.inject({
    method,
    url: `/api/v1/stores/${storeId}${path}`,
    headers,
    ...(payload === undefined ? {} : { payload }),
  });

describe('the API of referrals and rewards', () => {
  it('tells and changes the programme, each change a new revision', async () => {
    const { rules, state, revision } = (await call('GET', '/referral-program')).json<{
      rules: { holdDays: number };
      state: string;
      revision: number;
    }>();
    expect({ state, revision, holdDays: rules.holdDays }).toEqual({ state: 'live', revision: 1, holdDays: 30 });
    const changed = await call('PUT', '/referral-program', { state: 'live', rules: { ...rules, holdDays: 14 } });
    expect(changed.json()).toMatchObject({ revision: 2, rules: { holdDays: 14 } });
  });

  it('refuses rules that cannot work, by field', async () => {
    const { rules } = (await call('GET', '/referral-program')).json<{ rules: object }>();
    const otherCurrency = await call('PUT', '/referral-program', {
      state: 'live',
      rules: { ...rules, currency: 'USD' },
    });
    expect(otherCurrency.json()).toMatchObject({
      status: 422,
      code: 'referral.rules_invalid',
      errors: [{ path: '/rules/currency' }],
    });
    const tooMuch = await call('PUT', '/referral-program', {
      state: 'live',
      rules: { ...rules, friendWelcome: { kind: 'percent', percent: 200, validDays: 30 } },
    });
    expect(tooMuch.statusCode).toBe(400);
    expect(tooMuch.body).toContain('/rules/friendWelcome/percent');
  });

  it('lists every kind of reward as long as no platform makes codes', async () => {
    const { data } = (await call('GET', '/reward-kinds')).json<{ data: { kind: string }[] }>();
    expect(data.map(({ kind }) => kind)).toEqual(['percent', 'fixed', 'freeShipping', 'freeGift']);
  });

  it('gives each customer one link for ever', async () => {
    const first = (await call('GET', `/customers/${annaId}/advocate-link`)).json<{ url: string }>();
    expect(first.url).toMatch(/^http:\/\/regulars\.test\/r\/anna-\w{4}$/);
    const many = await Promise.all(Array.from({ length: 5 }, () => call('GET', `/customers/${annaId}/advocate-link`)));
    expect(new Set(many.map(({ body }) => body)).size).toBe(1);
    expect((await call('GET', `/customers/${storeId}/advocate-link`)).json()).toMatchObject({
      status: 404,
      code: 'referral.advocate_unknown',
    });
  });

  it('lists referrals and rewards with where they stand, in pages', async () => {
    const { url } = (await call('GET', `/customers/${annaId}/advocate-link`)).json<{ url: string }>();
    const slug = url.slice(url.lastIndexOf('/') + 1);
    for (const email of ['ben@example.org', 'carl@example.org', 'anna@example.com']) {
      await claimReferral({ database: http.database, rewardCodes }, { slug, email, isConsenting: false, locale: 'en' });
    }
    await reactToEvents({ database: http.database, rewardCodes }, storeId);

    const first = (await call('GET', '/referrals?limit=2')).json<{
      data: { status: string; reason: string }[];
      nextCursor: string;
    }>();
    expect(first.data.map(({ status, reason }) => [status, reason])).toEqual([
      ['rejected', 'self_referral'],
      ['claimed', null],
    ]);
    const second = (await call('GET', `/referrals?limit=2&cursor=${first.nextCursor}`)).json<{
      data: unknown[];
      nextCursor: null;
    }>();
    expect(second).toMatchObject({ data: [{ status: 'claimed' }], nextCursor: null });
    expect((await call('GET', '/referrals?status=rejected')).json<{ data: unknown[] }>().data).toHaveLength(1);

    const rewards = (await call('GET', '/rewards?limit=1')).json<{
      data: { side: string; status: string; code: string }[];
      nextCursor: string;
    }>();
    expect(rewards.data).toMatchObject([{ side: 'friend_welcome', status: 'approved' }]);
    expect((await call('GET', `/rewards?limit=1&cursor=${rewards.nextCursor}`)).json()).toMatchObject({
      data: [{ status: 'approved' }],
      nextCursor: null,
    });
  });

  it('lets a person end a referral, once', async () => {
    const { data } = (await call('GET', '/referrals?status=claimed')).json<{ data: { id: string }[] }>();
    const id = data[0]?.id ?? '';
    expect((await call('POST', `/referrals/${id}/approve`)).json()).toMatchObject({
      status: 409,
      code: 'referral.not_waiting',
    });
    expect((await call('POST', `/referrals/${id}/refuse`)).json()).toEqual({ id, status: 'rejected' });
    expect((await call('POST', `/referrals/${id}/refuse`)).json()).toMatchObject({
      status: 409,
      code: 'referral.not_waiting',
    });
    expect((await call('POST', `/referrals/${storeId}/refuse`)).json()).toMatchObject({
      status: 404,
      code: 'referral.not_found',
    });
  });

  it('tries a stuck reward again, and no other', async () => {
    const { data } = (await call('GET', '/rewards')).json<{ data: { id: string }[] }>();
    const id = data[0]?.id ?? '';
    expect((await call('POST', `/rewards/${id}/retry`)).json()).toMatchObject({
      status: 409,
      code: 'reward.not_stuck',
    });
    await http.database.withStore(storeId, (tx) =>
      sql`update reward set state = 'stuck', reason = 'refused' where id = ${id}`.execute(tx),
    );
    expect((await call('POST', `/rewards/${id}/retry`)).json()).toEqual({ id, status: 'approved' });
    const planned = await http.database.withStore(storeId, (tx) =>
      sql<{ key: string }>`select key from effect where key like ${`coupon|${id}%`} order by key`.execute(tx),
    );
    expect(planned.rows.map(({ key }) => key)).toEqual([`coupon|${id}`, `coupon|${id}|1`]);
  });
});
