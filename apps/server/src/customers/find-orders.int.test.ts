import { hourMs, plus, type StoreId } from '@regulars/core/shared';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { anOrder, october } from '../../test-support/an-order.ts';
import { explainStatement } from '../../test-support/explain-statement.ts';
import { createTestHttpApp, type TestHttpApp } from '../../test-support/create-test-http-app.ts';
import { createOrderIntake, type OrderIntake } from '../../test-support/order-intake.ts';
import { signIn } from '../../test-support/sign-in.ts';
import { createSealer } from '../foundation/secrets/seal.ts';
import { createDirectory } from '../stores/directory.ts';
import type { FoundOrder } from './answers.ts';
import { findOrders } from './find-orders.ts';
import { orderSearchRoutes } from './order-search-routes.ts';

let http: TestHttpApp;
let roastery: OrderIntake;
let press: OrderIntake;
let everywhere: Record<string, string>;

/** In each store, oldest first. */
const numbers = {
  roastery: ['1042', '1043', '10420', '2001', 'R-7'],
  press: ['#1042', 'r-70', 'a_b', 'Web-9'],
};

beforeAll(async () => {
  const sealer = createSealer([{ id: 'test', key: Buffer.alloc(32, 1) }]);
  http = await createTestHttpApp({
    apiRoutes: (database) => [orderSearchRoutes({ database, directory: createDirectory(database, sealer) })],
  });
  const fill = async (placed: readonly string[]) => {
    const intake = await createOrderIntake({ database: http.database, clock: { shiftMs: 0 } });
    for (const [hours, number] of placed.entries()) {
      const at = plus(october, hours * hourMs);
      const order = anOrder({ externalId: number, number, placedAt: at, paidAt: at, updatedAt: at });
      await intake.receive([{ kind: 'orderUpserted', order }]);
    }
    await intake.work();
    return intake;
  };
  roastery = await fill(numbers.roastery);
  press = await fill(numbers.press);
  everywhere = await signIn(http, { role: 'marketer' });
});
afterAll(() => http.close());

const find = async (typed: string, headers = everywhere): Promise<readonly FoundOrder[]> => {
  const answer = await http.app.inject({ url: `/api/v1/orders?number=${encodeURIComponent(typed)}`, headers });
  return answer.json<{ data: FoundOrder[] }>().data;
};
const numbersFor = async (typed: string) => (await find(typed)).map(({ number }) => number);

describe('orders', () => {
  it('are found by their number in every store, the one that was typed in full before those that go on', async () => {
    expect(await numbersFor('1042')).toEqual(['1042', '#1042', '10420']);
    expect((await find('2001'))[0]).toMatchObject({
      storeId: roastery.storeId,
      number: '2001',
      currency: 'EUR',
      grandMinor: 1990,
      customer: { firstName: 'Ada', lastName: 'Smit', email: 'ada@buyer.example' },
    });
  });

  it('are found by how their number begins, whatever its case, with or without a #', async () => {
    expect(await numbersFor('104')).toEqual(['1043', '1042', '#1042', '10420']);
    expect(await numbersFor('#1043')).toEqual(['1043']);
    expect(await numbersFor(' r-7 ')).toEqual(['R-7', 'r-70']);
    expect(await numbersFor('wEB-9')).toEqual(['Web-9']);
    expect(await numbersFor('042')).toEqual([]);
    expect(await numbersFor('a%')).toEqual([]);
  });

  it('of a store one may not see are not found', async () => {
    const storeIds: readonly StoreId[] = [press.storeId];
    const ofPress = await signIn(http, { role: 'client', email: 'client@press.example', storeIds });
    expect((await find('1042', ofPress)).map(({ storeId }) => storeId)).toEqual([press.storeId]);
  });

  it('are not looked for without a letter or a digit', async () => {
    const answer = await http.app.inject({ url: '/api/v1/orders?number=%23', headers: everywhere });
    expect(answer.json()).toMatchObject({ status: 400, code: 'request.invalid' });
  });

  it('are found by an index, which row-level security does not keep from it', async () => {
    const lines = await http.database.withStore(roastery.storeId, async (tx) => {
      // A handful of rows is quicker read through.
      await sql`set local enable_seqscan = off`.execute(tx);
      return await explainStatement(tx, (watched) =>
        findOrders(watched, [roastery.storeId], { typed: '10', limit: 8 }),
      );
    });
    expect(lines).toMatch(/Index Cond: .*\(number_text\)::text >= b\.low/);
  });
});
