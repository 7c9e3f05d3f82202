import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { hourMs, minuteMs, type CartId, type CustomerId, type EffectId, type StoreId } from '@regulars/core/shared';
import { startDeliveryWorld, type DeliveryWorld } from '../../test-support/start-delivery-world.ts';
import { newId } from '../foundation/ids.ts';

let world: DeliveryWorld;
let storeId: StoreId;
let ada: CustomerId;
beforeAll(async () => {
  world = await startDeliveryWorld();
});
afterAll(() => world.close());
beforeEach(async () => {
  await world.setNoon();
  storeId = await world.openStore();
  ada = await world.addCustomer(storeId);
});

const line = (name: string, productExternalId: string | null = null) => ({ name, productExternalId });
interface CartDraft {
  readonly lines?: readonly ReturnType<typeof line>[];
  readonly url?: string | null;
  readonly agoMs?: number;
}
async function putCart({
  lines = [line('Hand grinder'), line('Filter papers'), line('Hand grinder')],
  url = 'https://shop.test/cart/1',
  agoMs = 3 * hourMs,
}: CartDraft = {}): Promise<CartId> {
  const id: CartId = newId();
  const contents = JSON.stringify({ recoveryUrl: url, lineItems: lines });
  await world.inStore(storeId, (tx) =>
    sql`
      insert into cart (store_id, id, connection_id, external_id, customer_id, contents, item_count, started_at, source_updated_at, touched_at)
      select ${storeId}, ${id}, ${newId()}, ${id}, ${ada}, ${contents}::jsonb, ${lines.length}, at, at, at
      from (select clock_now() - ${agoMs}::double precision * interval '1 millisecond' as at) then_`.execute(tx),
  );
  return id;
}
async function send(cartId: CartId, templateKey = 'cart-reminder', customerId = ada): Promise<EffectId> {
  const id = await world.plan(storeId, customerId, { templateKey, cartId });
  await world.send.work(storeId);
  return id;
}

describe('a letter about a cart', () => {
  it('names what is in it, each thing once, and leads back to it', async () => {
    await send(await putCart());
    const [mail] = await world.mailbox(storeId);
    expect(mail?.text).toContain('You chose Hand grinder, Filter papers and then');
    expect(mail?.html).toContain('href="https://shop.test/cart/1"');
    expect(mail?.headers).toHaveProperty('List-Unsubscribe');
  });

  it('leads to the store where the platform knows no way back, or a false one', async () => {
    await world.inStore(storeId, (tx) =>
      sql`update store set url = 'https://shop.test' where id = ${storeId}`.execute(tx),
    );
    world.directory.forget();
    await send(await putCart({ url: null }));
    await send(await putCart({ url: 'javascript:alert(1)' }), 'cart-question', await world.addCustomer(storeId));
    const mails = await world.mailbox(storeId);
    expect(mails).toHaveLength(2);
    for (const { html } of mails) expect(html).toContain('href="https://shop.test"');
  });

  it('is for those who may be written to', async () => {
    const stranger = await world.addCustomer(storeId, { consent: 'unknown' });
    const id = await send(await putCart(), 'cart-reminder', stranger);
    expect(await world.stateOf(storeId, id)).toBe('skipped: no_consent');
  });

  it('does not go when there is nothing left in it', async () => {
    const id = await send(await putCart({ lines: [] }));
    expect(await world.stateOf(storeId, id)).toBe('skipped: cart_gone');
    expect(await world.mailbox(storeId)).toEqual([]);
  });

  it('does not go when the cart was ordered', async () => {
    const cartId = await putCart();
    await world.inStore(storeId, (tx) => sql`update cart set settled_as = 'bought' where id = ${cartId}`.execute(tx));
    expect(await world.stateOf(storeId, await send(cartId))).toBe('skipped: cart_gone');
  });

  it('waits while they are at it', async () => {
    const id = await send(await putCart({ agoMs: 10 * minuteMs }));
    expect(await world.stateOf(storeId, id)).toBe('planned: cart_in_use');
    world.clock.shiftMs += 51 * minuteMs;
    await world.send.work(storeId);
    expect(await world.mailbox(storeId)).toHaveLength(1);
  });
});
