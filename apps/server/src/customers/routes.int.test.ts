import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { hourMs, plus, type CustomerId, type EffectId } from '@regulars/core/shared';
import { anOrder, october } from '../../test-support/an-order.ts';
import { createTestHttpApp, type TestHttpApp } from '../../test-support/create-test-http-app.ts';
import { createOrderIntake, type OrderIntake } from '../../test-support/order-intake.ts';
import { signIn } from '../../test-support/sign-in.ts';
import { planEffects } from '../foundation/effects/plan-effects.ts';
import { appendEvents } from '../foundation/events/event-log.ts';
import { newId } from '../foundation/ids.ts';
import { findMemberIds } from '../segments/find-member-ids.ts';
import type { CustomerAnswer, OrderAnswer, TimelineAnswer } from './answers.ts';
import { customersRoutes } from './routes.ts';

interface Page<Row> {
  readonly data: Row[];
  readonly nextCursor: string | null;
}

let http: TestHttpApp;
let headers: Record<string, string>;
let intake: OrderIntake;

beforeAll(async () => {
  http = await createTestHttpApp({
    apiRoutes: (database) => [customersRoutes({ database, findMembers: findMemberIds })],
  });
  headers = await signIn(http, { role: 'marketer' });
  intake = await createOrderIntake({ database: http.database, clock: { shiftMs: 0 } });
  for (const n of [0, 1, 2, 3]) {
    const at = plus(october, n * hourMs);
    const person = { ...anOrder().customer!, email: n === 3 ? 'bo@buyer.example' : 'ada@buyer.example' };
    await intake.receive([
      {
        kind: 'orderUpserted',
        order: anOrder({
          externalId: `${n}`,
          number: `${n}`,
          placedAt: at,
          paidAt: at,
          updatedAt: at,
          customer: person,
        }),
      },
    ]);
  }
  await intake.work();
});
afterAll(() => http.close());

const get = async <Answer>(path: string) =>
  (await http.app.inject({ url: `/api/v1/stores/${intake.storeId}${path}`, headers })).json<Answer>();
const findAda = async () => (await get<Page<CustomerAnswer>>('/customers?email=ADA@buyer.example')).data[0]!;

describe('the customers of a store', () => {
  it('are listed newest first, page by page, each with their value', async () => {
    const first = await get<Page<CustomerAnswer>>('/customers?limit=1');
    expect(first.data).toMatchObject([{ email: 'bo@buyer.example' }]);
    const second = await get<Page<CustomerAnswer>>(`/customers?limit=1&cursor=${first.nextCursor}`);
    expect(second).toMatchObject({ nextCursor: null, data: [{ email: 'ada@buyer.example' }] });
    expect(second.data[0]?.values).toEqual([
      {
        currency: 'EUR',
        orderCount: 3,
        grossMinor: 5970,
        refundedMinor: 0,
        netMinor: 5970,
        averageOrderMinor: 1990,
        rhythmDays: 1 / 24,
        firstPurchaseAt: '2026-10-01T12:00:00.000Z',
        lastPurchaseAt: '2026-10-01T14:00:00.000Z',
        renewals: { count: 0, netMinor: 0, lastAt: null },
      },
    ]);
  });

  it('are found by address, and nobody by what is no address', async () => {
    expect((await get<Page<CustomerAnswer>>('/customers?email=nobody')).data).toEqual([]);
    expect(await get(`/customers/${(await findAda()).id}`)).toMatchObject({
      firstName: 'Ada',
      consent: { state: 'unknown' },
    });
  });

  it('are found by a part of name or address, whatever its case, and by id', async () => {
    const emails = async (query: string) =>
      (await get<Page<CustomerAnswer>>(`/customers?${query}`)).data.map(({ email }) => email);
    expect(await emails('search=O%40BUYER')).toEqual(['bo@buyer.example']);
    expect(await emails('search=%25')).toEqual([]);
    expect(await emails(`ids=${(await findAda()).id},${newId()}`)).toEqual(['ada@buyer.example']);
    expect(await get('/customers?ids=nonsense')).toMatchObject({ status: 400, code: 'request.invalid' });
  });

  it('answer 404 for somebody of another store', async () => {
    expect(await get(`/customers/${newId()}`)).toMatchObject({ status: 404, code: 'customer.not_found' });
    expect(await get(`/customers/${newId()}/timeline`)).toMatchObject({ status: 404, code: 'customer.not_found' });
  });
});

describe('the orders of a store', () => {
  it('are listed newest first in the common model, of one customer where asked', async () => {
    const all = await get<Page<OrderAnswer>>('/orders?limit=3');
    expect(all.data.map(({ externalId }) => externalId)).toEqual(['3', '2', '1']);
    expect(
      (await get<Page<OrderAnswer>>(`/orders?limit=3&cursor=${all.nextCursor}`)).data.map(
        ({ externalId }) => externalId,
      ),
    ).toEqual(['0']);
    expect(all.data[0]).toMatchObject({
      status: 'paid',
      placedAt: '2026-10-01T15:00:00.000Z',
      currency: 'EUR',
      totals: { grandMinor: 1990 },
      lineItems: [{ name: 'House blend' }],
    });
    expect((await get<Page<OrderAnswer>>(`/orders?customerId=${(await findAda()).id}`)).data).toHaveLength(3);
  });
});

describe('a timeline', () => {
  it('tells in plain sentences what happened, what is to come, and why not', async () => {
    const customerId = (await findAda()).id as CustomerId;
    await http.database.withStore(intake.storeId, async (tx) => {
      const mail = { templateKey: 'thank-you' };
      await appendEvents(tx, intake.storeId, [
        { customerId, kind: 'messageSkipped', at: plus(october, 5 * hourMs), data: { ...mail, reason: 'cap' } },
      ]);
      await planEffects(tx, intake.storeId, [
        {
          id: newId() satisfies EffectId,
          kind: 'mail',
          key: 'k',
          customerId,
          dueAt: plus(october, 6 * hourMs),
          payload: mail,
        },
      ]);
    });
    const page = await get<Page<TimelineAnswer>>(`/customers/${customerId}/timeline?limit=4`);
    expect(page.data.map(({ sentence, why, isPending }) => [sentence, why, isPending])).toEqual([
      ['The mail “thank-you” is due 1 Oct 2026, 20:00.', null, true],
      [
        'Was not sent the mail “thank-you”.',
        'The customer already got as many mails as one may get in this time.',
        false,
      ],
      ['Paid order 2, €19.90, their purchase number 3.', null, false],
      ['Placed order 2 for €19.90.', null, false],
    ]);
    const rest = await get<Page<TimelineAnswer>>(`/customers/${customerId}/timeline?cursor=${page.nextCursor}`);
    expect(rest.data.at(-1)?.sentence).toBe('Became known to the store.');
    expect(rest.data).toHaveLength(5);
  });
});
