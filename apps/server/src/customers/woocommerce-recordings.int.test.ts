import { globSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { toInstant } from '@regulars/core/shared';
import { woocommerce } from '@regulars/platform-woocommerce';
import { askCustomers } from '../../test-support/ask-customers.ts';
import { openTestDatabase, type OpenTestDatabase } from '../../test-support/open-test-database.ts';
import { createOrderIntake, type OrderIntake } from '../../test-support/order-intake.ts';
import { insertDeliveries, toDeliveryId } from '../intake/insert-deliveries.ts';

/** Webhooks as two real stores sent them, byte for byte. */
const folder = fileURLToPath(
  new URL('../../../../packages/platform-woocommerce/test/fixtures/live-11.0.1', import.meta.url),
);
const files = globSync('{order,customer,product,coupon}.*.json', { cwd: folder }).toSorted();

let opened: OpenTestDatabase;
let intake: OrderIntake;
let ask: ReturnType<typeof askCustomers>;
beforeAll(async () => {
  opened = await openTestDatabase();
});
afterAll(() => opened.close());
beforeEach(async () => {
  intake = await createOrderIntake(opened, woocommerce);
  ask = askCustomers(intake);
});

/** Checks the signature and keeps the recording as intake does. */
async function receive(...recordings: readonly string[]): Promise<void> {
  for (const file of recordings) {
    const recording = JSON.parse(readFileSync(`${folder}/${file}`, 'utf8')) as Recorded;
    const headers = Object.fromEntries(
      Object.entries(recording.headers).map(([name, value]) => [name.toLowerCase(), value]),
    );
    const request = { headers, body: Buffer.from(recording.rawBody, 'base64') };
    const verdict = woocommerce.verifyWebhook(request, { secrets: [recording.secret] }, toInstant(Date.now()));
    if (verdict.kind !== 'verified') throw new Error(`${file} is ${verdict.kind}`);
    const { topic, dedupeKey, headers: kept, body } = verdict.webhook;
    const { storeId, connectionId } = intake;
    const id = toDeliveryId(connectionId, dedupeKey);
    const delivery = {
      storeId,
      id,
      connectionId,
      purpose: 'platform',
      adapterId: 'woocommerce',
      topic,
      headers: kept,
      body,
    } as const;
    await insertDeliveries(opened.database, [delivery]);
  }
  await intake.workForADay();
}

interface Recorded {
  readonly headers: Readonly<Record<string, string>>;
  readonly rawBody: string;
  readonly secret: string;
}

describe('the recordings of a real WooCommerce store', () => {
  const expected = async () => {
    expect(await ask.customers()).toEqual([
      // The account's own spelling; its order says anna.mueller@example.test.
      { email: 'Anna.Mueller@Example.Test', orders: 1, consent: 'unknown' },
      { email: 'GAST+x@Example.TEST', orders: 1, consent: 'unknown' },
      { email: 'blocky@example.test', orders: 1, consent: 'unknown' },
      { email: 'klassik@example.test', orders: 1, consent: 'unknown' },
      { email: 'neu@example.test', orders: 0, consent: 'unknown' },
      { email: 'pending@example.test', orders: 1, consent: 'unknown' },
    ]);
    const orders = await ask.orders();
    expect(
      orders.map(({ externalId, status, refunded, deletedAt }) => [externalId, status, refunded, deletedAt !== null]),
    ).toEqual([
      ['18', 'fulfilled', 0, false],
      ['19', 'refunded', 1490, false],
      ['20', 'cancelled', 0, true],
      ['47', 'paid', 0, false],
      // Restored after its buyer was erased: the amount stays, nobody is named.
      ['55', 'paid', 0, false],
      ['60', 'pending', 0, false],
    ]);
    expect(orders.find(({ externalId }) => externalId === '55')?.customerId).toBeNull();
    const told = await intake.query(sql<{ order: string; kinds: string[] }>`
      select data ->> 'externalId' as order, array_agg(substr(kind, 6) order by kind) as kinds
      from event where kind in ('orderPlaced', 'orderPaid', 'orderFulfilled', 'orderRefunded', 'orderCancelled') group by 1 order by 1`);
    expect(Object.fromEntries(told.map(({ order, kinds }) => [order, kinds]))).toEqual({
      18: ['Fulfilled', 'Paid', 'Placed'],
      19: ['Fulfilled', 'Paid', 'Placed', 'Refunded'],
      20: ['Cancelled', 'Placed'],
      47: ['Paid', 'Placed'],
      60: ['Placed'],
    });
    expect(
      await intake.query(
        sql`select sum(gross_minor)::bigint as gross, sum(order_count)::int as orders from customer_value`,
      ),
    ).toEqual([{ gross: 13770, orders: 2 }]);
    expect((await ask.states()).filter(([state]) => state === 'poison' || state === 'received')).toEqual([]);
  };

  it('become the right customers, orders, refunds and statuses', async () => {
    await receive(...files);
    await expected();
  });

  it('do so in reverse, too, and when all of them are replayed', async () => {
    await receive(...files.toReversed());
    await expected();
    await intake.query(sql`update delivery set state = 'received'`);
    await intake.workForADay();
    await expected();
  });
});
