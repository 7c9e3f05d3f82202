import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { DiscountCode } from '@regulars/adapter-contracts';
import { dayMs, plus, secondMs, toInstant, type StoreId } from '@regulars/core/shared';
import { openTestDatabase, type OpenTestDatabase } from '../../../test-support/open-test-database.ts';
import { newId } from '../../foundation/ids.ts';
import { installDemoSchema } from '../install-schema.ts';
import { findUsableCoupon, useCoupons } from './coupon-repository.ts';
import { createDemoShop, deliveryHeader, signBody, signatureHeader } from './demo-shop.ts';
import { insertShopOrders } from './shop-order-repository.ts';

const secret = 'the secret of one shop';
const now = toInstant(Date.UTC(2026, 10, 22));
let opened: OpenTestDatabase;
beforeAll(async () => {
  opened = await openTestDatabase();
  await installDemoSchema(opened.databaseUrl);
  await installDemoSchema(opened.databaseUrl);
});
afterAll(() => opened.close());

const open = () => {
  const storeId: StoreId = newId();
  const shop = createDemoShop(opened.database);
  return { storeId, shop, link: shop.connect({ storeId }, { timeoutMs: 1_000, allowPrivateNetwork: false }) };
};
const code = (text: string): DiscountCode => ({
  code: text,
  rewardId: 'reward-1',
  discount: { kind: 'percent', percent: 10 },
  usageLimit: 1,
  expiresAt: null,
  minimumSpend: null,
  restrictedToEmail: null,
  description: 'Thanks',
});

describe('the demo’s shop', () => {
  it('signs its webhooks, and takes none that was changed or signed by another', () => {
    const { shop } = open();
    const body = Buffer.from('{"kind":"orderUpserted","order":{}}');
    const headers = { [signatureHeader]: signBody(secret, body), [deliveryHeader]: 'order.updated:1:1' };
    const verify = (request: Parameters<typeof shop.verifyWebhook>[0]) =>
      shop.verifyWebhook(request, { secrets: [secret] }, now);
    expect(verify({ headers, body })).toMatchObject({ kind: 'verified', webhook: { topic: 'order.updated' } });
    const invalid = { kind: 'refused', code: 'webhook.signature_invalid' };
    expect(verify({ headers, body: Buffer.from(`${body.toString()} `) })).toEqual(invalid);
    expect(shop.verifyWebhook({ headers, body }, { secrets: ['another'] }, now)).toEqual(invalid);
    expect(verify({ headers: {}, body })).toEqual({ kind: 'refused', code: 'webhook.signature_missing' });
  });

  it.each(['', 'no json', 'null', '[]', '{"kind":"customerErased"}'])('rejects the body %j', (text) => {
    const { shop, storeId } = open();
    const parsed = shop.parseWebhook({ topic: '', headers: {}, body: Buffer.from(text) }, { storeId });
    expect(parsed).toMatchObject({ ok: false, failure: { code: 'webhook.body_invalid' } });
  });

  it('makes a code once, finds it without regard to case, and forgets it', async () => {
    const { link } = open();
    const made = await link.createDiscountCode(code('THANKS-1'));
    await expect(link.createDiscountCode(code('thanks-1'))).rejects.toMatchObject({
      kind: 'invalid',
      outcome: 'notDone',
    });
    expect(await link.findDiscountCode('Thanks-1')).toMatchObject({ rewardId: 'reward-1', timesUsed: 0 });
    await link.deleteDiscountCode(made.externalId);
    expect(await link.findDiscountCode('THANKS-1')).toBeNull();
  });

  it('takes a code until it is used up or has expired', async () => {
    const { storeId, link } = open();
    await link.createDiscountCode(code('ONCE'));
    await link.createDiscountCode({ ...code('OLD'), expiresAt: toInstant(Date.now() - dayMs) });
    const isUsable = (text: string) =>
      opened.database.withStore(storeId, async (tx) => (await findUsableCoupon(tx, storeId, text)) !== null);
    expect([await isUsable('once'), await isUsable('OLD'), await isUsable('guessed')]).toEqual([true, false, false]);
    await opened.database.withStore(storeId, (tx) => useCoupons(tx, storeId, ['once']));
    expect(await isUsable('ONCE')).toBe(false);
  });

  it('counts the orders of a span by its own books, each once, and another shop’s never', async () => {
    const { storeId, link } = open();
    const [from, until] = [now, plus(now, 30 * dayMs)];
    const orders = [plus(from, -secondMs), from, plus(until, -secondMs), until].map((placedAt, index) => ({
      externalId: `order-${index}`,
      placedAt,
    }));
    const book = () => opened.database.withStore(storeId, (tx) => insertShopOrders(tx, storeId, orders));
    expect((await book()).size).toBe(4);
    expect((await book()).size).toBe(0);
    expect(await link.countOrders({ from, until })).toEqual({ orders: 2 });
    expect(await open().link.countOrders({ from, until })).toEqual({ orders: 0 });
  });
});
