import { sql } from 'kysely';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { startDeliveryWorld, type DeliveryWorld } from '../../test-support/start-delivery-world.ts';
import { appendEvents } from '../foundation/events/event-log.ts';

let world: DeliveryWorld;
beforeAll(async () => {
  world = await startDeliveryWorld();
});
afterAll(() => world.close());

it('an erased customer is in no mail any more, and gets none; that one went stays', async () => {
  const storeId = await world.openStore();
  const [ada, bob] = [
    await world.addCustomer(storeId, { email: 'ada.canary@buyer.test' }),
    await world.addCustomer(storeId),
  ];
  const sent = await world.plan(storeId, ada, { purpose: 'transactional' });
  await world.plan(storeId, bob, { purpose: 'transactional' });
  await world.send.work(storeId);
  const waiting = await world.plan(storeId, ada, { purpose: 'transactional' });

  await world.inStore(storeId, async (tx, now) => {
    await sql`update customer set email = null, email_key = null, first_name = null, erased_at = clock_now() where id = ${ada}`.execute(
      tx,
    );
    await appendEvents(tx, storeId, [{ customerId: ada, kind: 'customerErased', at: now, data: {} }]);
  });
  expect(await world.database.withStores([storeId], (tx) => world.forget.listDueStores(tx))).toEqual([storeId]);
  await world.forget.work(storeId);
  await world.send.work(storeId);

  expect([await world.stateOf(storeId, sent), await world.stateOf(storeId, waiting)]).toEqual([
    'accepted',
    'skipped: erased',
  ]);
  const texts = await world.inStore(
    storeId,
    async (tx) =>
      (
        await sql<{
          text: string;
        }>`select m::text as text from message m union all select b::text from mailbox_message b`.execute(tx)
      ).rows,
  );
  expect(texts.filter(({ text }) => /canary|Hi Ada/.test(text) && text.includes(sent))).toEqual([]);
  expect(await world.mailbox(storeId)).toHaveLength(1);
});
