import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { definePlatformAdapter, type PlatformEvent } from '@regulars/adapter-contracts';
import { dayMs, ok } from '@regulars/core/shared';
import { anOrder } from '../../test-support/an-order.ts';
import { askCustomers, upsert } from '../../test-support/ask-customers.ts';
import { openTestDatabase, type OpenTestDatabase } from '../../test-support/open-test-database.ts';
import { createOrderIntake, type OrderIntake } from '../../test-support/order-intake.ts';
import { testPlatform } from '../../test-support/test-platform.ts';

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

describe('a delivery that cannot be used', () => {
  it('breaks no other: the one at fault is set aside after some attempts', async () => {
    const absurd = upsert({ externalId: 'absurd', totals: { ...anOrder().totals, grandMinor: 1e30 } });
    await intake.receive([upsert({ externalId: '1' })], [absurd], [upsert({ externalId: '2' })]);
    await intake.work();
    expect((await ask.orders()).map(({ externalId }) => externalId)).toEqual(['1', '2']);
    for (let day = 1; day < 6; day += 1) {
      opened.clock.shiftMs += dayMs;
      await intake.work();
    }
    expect(await ask.states()).toEqual([
      ['processed', null],
      ['poison', 'delivery.failed'],
      ['processed', null],
    ]);
  });

  it('is poison at once when its adapter refuses it, with the reason', async () => {
    await intake.receive('{"truncated":', [upsert()]);
    await intake.work();
    expect(await ask.states()).toEqual([
      ['poison', 'webhook.json_invalid'],
      ['processed', null],
    ]);
  });

  it('does no harm when its adapter throws', async () => {
    const broken = definePlatformAdapter({
      ...testPlatform,
      parseWebhook: ({ body }) => {
        if (Buffer.from(body).toString() === 'throw') throw new TypeError('oops');
        return ok(JSON.parse(Buffer.from(body).toString()) as PlatformEvent[]);
      },
    });
    intake = await createOrderIntake(opened, broken as never);
    ask = askCustomers(intake);
    await intake.receive('throw', [upsert()]);
    await intake.work();
    expect(await ask.states()).toEqual([
      ['waiting', 'delivery.failed'],
      ['processed', null],
    ]);
  });

  it('in part is used in its other parts, and the bad part is kept by itself', async () => {
    await intake.receive([
      upsert(),
      {
        kind: 'partRejected',
        rejection: { code: 'order.currency_unknown', path: '/1', message: 'No.' },
        part: '{"a":1}',
      },
    ]);
    await intake.work();
    expect(await ask.orders()).toHaveLength(1);
    expect(await intake.deliveries()).toMatchObject([
      { state: 'processed' },
      { state: 'poison', reason: 'order.currency_unknown', body: '{"a":1}' },
    ]);
  });
});
