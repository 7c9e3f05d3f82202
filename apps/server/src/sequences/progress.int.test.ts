import { sql } from 'kysely';
import { pino } from 'pino';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { dayMs, plus, type CustomerId, type OrderId, type StoreId } from '@regulars/core/shared';
import { playbookTemplates } from '@regulars/core/sequences';
import { createTestHttpApp, type TestHttpApp } from '../../test-support/create-test-http-app.ts';
import { seedCustomers } from '../../test-support/seed-customers.ts';
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
let otherId: StoreId;
const anna: CustomerId = newId();
const bo: CustomerId = newId();
const cas: CustomerId = newId();
const casOrder: OrderId = newId();

/** Anna and Bo wait for their orders; Cas gave his back. Bo's thank-you went, Cas's was skipped, Anna's is still to go. */
beforeAll(async () => {
  const findTemplateKeys = async () => new Set(playbookTemplates.map(({ key }) => key));
  const findLacks = async () => [];
  http = await createTestHttpApp({
    apiRoutes: (database) => [sequencesRoutes({ database, findTemplateKeys, findLacks })],
  });
  storeId = await seedStore(http.database);
  otherId = await seedStore(http.database);
  headers = await signIn(http, { role: 'marketer' });
  const deciding = { database: http.database, definitions: createDefinitionCache(), log: pino({ level: 'silent' }) };
  const facts = (orderId: OrderId, purchaseNumber: number) => ({
    orderId,
    productExternalIds: [],
    categories: [],
    purchaseNumber,
    isRenewal: false,
    isHistory: false,
  });
  for (const id of [storeId, otherId]) {
    await http.database.withStore(id, async (tx) => {
      await installSegmentPresets(tx, id);
      await installPlaybook(tx, id);
    });
  }
  await http.database.withStore(storeId, async (tx, now) => {
    const purchase = { at: now, grandMinor: 1_000, productExternalIds: [], categories: [] };
    const person = { country: 'NL', discountedOrderCount: 0, refundedMinor: 0, purchases: [purchase] };
    await seedCustomers(
      tx,
      storeId,
      [anna, bo, cas].map((customerId) => ({ customerId, ...person })),
    );
    await appendEvents(tx, storeId, [
      { customerId: anna, kind: 'orderPaid', at: now, data: facts(newId(), 1) },
      { customerId: bo, kind: 'orderPaid', at: now, data: facts(newId(), 3) },
      { customerId: cas, kind: 'orderPaid', at: now, data: facts(casOrder, 2) },
    ]);
  });
  await reactToEvents(deciding, storeId);
  await http.database.withStore(storeId, (tx, now) =>
    appendEvents(tx, storeId, [{ customerId: cas, kind: 'orderRefunded', at: now, data: facts(casOrder, 2) }]),
  );
  await reactToEvents(deciding, storeId);
  await http.database.withStore(storeId, async (tx) => {
    await sql`update effect set state = 'accepted', settled_at = now() where customer_id = ${bo}`.execute(tx);
    await sql`update effect set state = 'skipped', reason = 'unsubscribed', settled_at = now() where customer_id = ${cas}`.execute(
      tx,
    );
  });
});
afterAll(() => http.close());

const get = async <Answer = unknown>(path: string, id = storeId): Promise<Answer> =>
  (await http.app.inject({ url: `/api/v1/stores/${id}${path}`, headers })).json<Answer>();
interface Listed {
  readonly data: readonly { readonly id: string; readonly key: string }[];
}
const idOf = async (key: string, id = storeId) =>
  (await get<Listed>('/sequences', id)).data.find((sequence) => sequence.key === key)?.id ?? '';

describe('the progress of a sequence', () => {
  it('counts at every step who came by, who waits, who left and why, and what became of the mails', async () => {
    const progress = await get<{ steps: { stepId: string }[] }>(`/sequences/${await idOf('post-purchase')}/progress`);
    expect(progress).toMatchObject({
      days: 90,
      enrolled: 3,
      active: 2,
      completed: 0,
      exits: [{ reason: 'order_refunded', customers: 1 }],
      versions: [{ version: 1, active: 2, enrolled: 3 }],
    });
    const step = (id: string) => progress.steps.find(({ stepId }) => stepId === id);
    expect(step('thank-you')).toEqual({
      stepId: 'thank-you',
      reached: 3,
      waiting: 0,
      waitingFromBefore: 0,
      wentOn: 3,
      finished: 0,
      exits: [],
      failed: 0,
      branch: null,
      mails: expect.toSatisfy((mails: readonly { state: string }[]) => mails.length === 3),
    });
    expect(step('thank-you')).toMatchObject({
      mails: expect.arrayContaining([
        { state: 'accepted', reason: null, mails: 1 },
        { state: 'planned', reason: null, mails: 1 },
        { state: 'skipped', reason: 'unsubscribed', mails: 1 },
      ]),
    });
    expect(step('until-it-arrives')).toMatchObject({
      reached: 3,
      waiting: 2,
      exits: [{ reason: 'order_refunded', customers: 1 }],
    });
    expect(step('kept-it')).toMatchObject({ reached: 0, branch: { then: 0, otherwise: 0 } });
  });

  it('tells only of those who began in the days asked for', async () => {
    const id = await idOf('post-purchase');
    await http.database.withStore(storeId, (tx, now) =>
      sql`update enrollment set created_at = ${new Date(plus(now, -8 * dayMs)).toISOString()} where customer_id = ${bo}`.execute(
        tx,
      ),
    );
    expect(await get(`/sequences/${id}/progress?days=7`)).toMatchObject({ enrolled: 2, active: 1 });
    expect(await get(`/sequences/${id}/progress?days=9`)).toMatchObject({ enrolled: 3, active: 2 });
    expect(await get(`/sequences/${id}/progress?days=0`)).toMatchObject({ status: 400, code: 'request.invalid' });
  });

  it('shows the customers behind a count, page by page', async () => {
    const id = await idOf('post-purchase');
    interface Page {
      readonly data: { customerId: string }[];
      readonly nextCursor: string | null;
    }
    const path = `/sequences/${id}/enrollments?stepId=until-it-arrives&limit=1`;
    const first = await get<Page>(path);
    const second = await get<Page>(`${path}&cursor=${first.nextCursor}`);
    expect(second.nextCursor).toBeNull();
    expect(new Set([...first.data, ...second.data].map(({ customerId }) => customerId))).toEqual(new Set([anna, bo]));
    expect(await get(`/sequences/${id}/enrollments?status=exited&reason=order_refunded`)).toMatchObject({
      data: [{ customerId: cas, status: 'exited', reason: 'order_refunded' }],
    });
    expect(await get(`/sequences/${id}/enrollments?status=exited&reason=moved`)).toMatchObject({ data: [] });
  });

  it('is in the list as what was sent and skipped in the last 30 days', async () => {
    expect(await get('/sequences')).toMatchObject({
      data: [
        { key: 'cart-reminder', recentMails: { sent: 0, skipped: [] } },
        { key: 'post-purchase', recentMails: { sent: 1, skipped: [{ reason: 'unsubscribed', mails: 1 }] } },
        { key: 'referral-invite', recentMails: { sent: 0, skipped: [] } },
      ],
    });
  });
});

describe('the switch of a sequence', () => {
  it('foresees how many of the last orders would have begun it, and who is under way', async () => {
    // Of the three orders two are at least somebody's second.
    expect(await get(`/sequences/${await idOf('referral-invite')}/switch-forecast`)).toEqual({
      lookbackDays: 30,
      occasions: 3,
      wouldHaveBegun: 2,
      underWay: 0,
      overdue: 0,
      lacks: [],
    });
    expect(await get(`/sequences/${await idOf('post-purchase')}/switch-forecast`)).toMatchObject({
      wouldHaveBegun: 3,
      underWay: 2,
      overdue: 0,
    });
  });

  it('takes an order of ten days ago for as fresh as it was when it came in', async () => {
    await http.database.withStore(storeId, (tx) =>
      sql`update event set at = at - interval '10 days', recorded_at = recorded_at - interval '10 days' where kind = 'orderPaid'`.execute(
        tx,
      ),
    );
    expect(await get(`/sequences/${await idOf('post-purchase')}/switch-forecast`)).toMatchObject({ wouldHaveBegun: 3 });
  });
});

describe('another store', () => {
  it('sees nothing of it', async () => {
    const theirs = await idOf('post-purchase', otherId);
    expect(await get(`/sequences/${theirs}/progress`, otherId)).toMatchObject({ enrolled: 0, exits: [] });
    expect(await get(`/sequences/${theirs}/switch-forecast`, otherId)).toMatchObject({ occasions: 0, underWay: 0 });
    const ours = await idOf('post-purchase');
    for (const path of ['progress', 'enrollments', 'switch-forecast']) {
      expect(await get(`/sequences/${ours}/${path}`, otherId)).toMatchObject({
        status: 404,
        code: 'sequence.not_found',
      });
    }
  });
});

describe('a customer under way', () => {
  it('is told what comes next', async () => {
    expect(await get(`/customers/${anna}/sequences`)).toMatchObject({
      data: [
        { key: 'cart-reminder' },
        {
          key: 'post-purchase',
          enrollments: [{ next: { kind: 'send', templateKey: 'get-to-know', segmentKey: null } }],
        },
        { key: 'referral-invite' },
      ],
    });
  });
});
