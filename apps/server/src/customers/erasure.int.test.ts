import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { PlatformEvent } from '@regulars/adapter-contracts';
import { hourMs, plus, toInstant, type CurrencyCode } from '@regulars/core/shared';
import { october } from '../../test-support/an-order.ts';
import { askCustomers, buyer, upsert } from '../../test-support/ask-customers.ts';
import { openTestDatabase, type OpenTestDatabase } from '../../test-support/open-test-database.ts';
import { createOrderIntake, type OrderIntake } from '../../test-support/order-intake.ts';

let opened: OpenTestDatabase;
let intake: OrderIntake;
let ask: ReturnType<typeof askCustomers>;
beforeAll(async () => {
  opened = await openTestDatabase();
});
afterAll(() => opened.close());
beforeEach(async () => {
  intake = await createOrderIntake(opened);
  ask = askCustomers(intake);
});

describe('an erasure', () => {
  const erase: PlatformEvent = { kind: 'customerErased', externalId: 'acc-1', email: 'Ada@buyer.example' };
  const ada = { customer: buyer('acc-1', 'Ada@Buyer.example') };
  const personal = ['ada@buyer.example', 'acc-1', 'Smit', 'Utrecht'];

  /** Every row of every table as text, so that nothing can hide in a column nobody thought of. */
  const everything = async () => {
    const tables = await intake.query(
      sql<{
        name: string;
      }>`select c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace where n.nspname = 'public' and c.relkind = 'r' and has_table_privilege(c.oid, 'select')`,
    );
    const texts = await Promise.all(
      tables.map(({ name }) =>
        intake.query(
          sql<{
            text: string;
          }>`select convert_from(convert_to(to_jsonb(t)::text, 'UTF8'), 'UTF8') as text from ${sql.table(name)} t`,
        ),
      ),
    );
    const bodies = (await intake.deliveries()).map(({ body }) => body);
    return [...texts.flat().map(({ text }) => text), ...bodies].join('\n').toLowerCase();
  };

  const refundsKept = async () =>
    JSON.stringify(await intake.query(sql`select model, lone_refunds from orders order by external_id`));

  it.each([
    ['after', [upsert(ada), erase]],
    ['before', [erase, upsert(ada)]],
    [
      'between two versions of',
      [upsert(ada), erase, upsert({ ...ada, updatedAt: plus(october, hourMs), status: 'fulfilled' })],
    ],
  ])('%s an order leaves its amounts and nothing that tells who it was', async (_when, told) => {
    await ask.take(...told);
    const text = await everything();
    for (const word of personal) expect(text).not.toContain(word.toLowerCase());
    expect(await ask.customers()).toMatchObject([{ email: null, orders: 1, consent: 'unsubscribed' }]);
    expect(await ask.values()).toMatchObject([{ gross: 1990 }]);
  });

  it.each([
    ['in the same batch', (refund: PlatformEvent) => [[upsert(ada), refund, erase]]],
    [
      'loaded with its order',
      (refund: PlatformEvent) => [
        [upsert(ada), refund],
        [upsert(ada), erase],
      ],
    ],
    [
      'long before, in a batch that does not load its order',
      (refund: PlatformEvent) => [[upsert(ada), refund], [erase]],
    ],
  ])('leaves no words of a refund told %s, and its amount', async (_when, batches) => {
    const refund: PlatformEvent = {
      kind: 'refundCreated',
      orderExternalId: '1001',
      currency: 'EUR' as CurrencyCode,
      refund: {
        externalId: 'r1',
        createdAt: october,
        amountMinor: 500,
        reason: 'Zephyrine wrote that it is too strong',
      },
    };
    const listed = { externalId: 'r2', createdAt: october, amountMinor: 300, reason: 'Zephyrine called' };
    await ask.take(upsert({ ...ada, externalId: '1002', refunds: [listed] }));
    for (const batch of batches(refund)) await ask.take(...batch);
    expect(await refundsKept()).not.toMatch(/zephyrine/i);
    expect(await ask.values()).toMatchObject([{ gross: 2 * 1990, refunded: 800 }]);
  });

  it('does not keep the same person from buying again as somebody new', async () => {
    const [soon] = await intake.query(sql<{ at: number }>`select clock_now() + interval '1 hour' as at`);
    const at = toInstant(soon!.at);
    await ask.take(upsert(ada), erase, upsert({ ...ada, externalId: '2', placedAt: at, paidAt: at, updatedAt: at }));
    expect(await ask.customers()).toMatchObject([
      { email: 'Ada@Buyer.example', orders: 1 },
      { email: null, orders: 1 },
    ]);
  });

  it('as a platform tells it order by order is done when the last one is anonymous', async () => {
    const anonymous = (externalId: string): PlatformEvent => ({
      kind: 'orderAnonymized',
      externalId,
      updatedAt: plus(october, hourMs),
    });
    await ask.take(upsert(ada), upsert({ ...ada, externalId: '1002' }), anonymous('1001'));
    expect(await ask.customers()).toMatchObject([{ email: 'Ada@Buyer.example', orders: 2 }]);
    await ask.take(anonymous('1002'));
    expect(await ask.customers()).toMatchObject([{ email: null, orders: 2 }]);
    expect((await ask.kinds()).at(-1)).toBe('customerErased');
    expect(await everything()).not.toContain('ada@buyer.example');
  });
});
