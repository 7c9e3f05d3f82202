import assert from 'node:assert/strict';
import { parseCurrency } from '@regulars/core/shared';
import { assertFails } from './adapter-error-assertions.ts';
import { clause, type Clause } from './clause.ts';
import { wish } from './platform-discount-clauses.ts';
import { withConnection, type PlatformHarness } from './platform-harness.ts';

const refused = { outcome: 'notDone', kind: 'invalid' } as const;

/** What codes give beside a lower price: it is made where it is declared, and refused where it is not. */
export function giftClauses<Config>(harness: PlatformHarness<Config>): readonly Clause[] {
  const { freeGift, freeShipping, giftsWithoutMinimumOnly } = harness.adapter.capabilities;
  return [
    freeShipping === true ? freeShippingMade(harness) : freeShippingRefused(harness),
    freeGift === true ? giftMade(harness) : giftRefused(harness),
    ...(freeGift === true && giftsWithoutMinimumOnly === true ? [giftWithMinimumRefused(harness)] : []),
  ];
}

const freeShipping = { ...wish, discount: { kind: 'freeShipping' } } as const;
const toGift = (productExternalId: string) => ({ ...wish, discount: { kind: 'freeGift', productExternalId } }) as const;

function freeShippingMade<Config>(harness: PlatformHarness<Config>): Clause {
  return clause('discount.free_shipping', 'A code that waives the shipping is made, and found as ours.', () =>
    withConnection(harness, async (connection) => {
      const made = await connection.createDiscountCode(freeShipping);
      assert.deepEqual(await connection.findDiscountCode(wish.code), made);
      assert.equal(made.rewardId, wish.rewardId);
    }),
  );
}

function freeShippingRefused<Config>(harness: PlatformHarness<Config>): Clause {
  return clause('discount.free_shipping_undeclared', 'Without freeShipping a code that waives it is refused.', () =>
    withConnection(harness, async (connection, upstream) => {
      await assertFails(() => connection.createDiscountCode(freeShipping), refused);
      assert.deepEqual(upstream.listCodes(), []);
    }),
  );
}

function giftMade<Config>(harness: PlatformHarness<Config>): Clause {
  return clause('discount.gift', 'A code for a gift gives one piece of that product, and is found as ours.', () =>
    withConnection(harness, async (connection, upstream) => {
      assert.ok(
        upstream.addProduct !== undefined && upstream.giftOf !== undefined,
        'freeGift is declared; the upstream needs addProduct and giftOf.',
      );
      const product = upstream.addProduct();
      const made = await connection.createDiscountCode(toGift(product));
      assert.equal(upstream.giftOf(made.code), product);
      assert.deepEqual(await connection.findDiscountCode(wish.code), made);
    }),
  );
}

function giftRefused<Config>(harness: PlatformHarness<Config>): Clause {
  return clause('discount.gift_undeclared', 'Without freeGift a code for a gift is refused, and none is made.', () =>
    withConnection(harness, async (connection, upstream) => {
      await assertFails(() => connection.createDiscountCode(toGift('1')), refused);
      assert.deepEqual(upstream.listCodes(), []);
    }),
  );
}

function giftWithMinimumRefused<Config>(harness: PlatformHarness<Config>): Clause {
  return clause(
    'discount.gift_with_minimum_undeclared',
    'With giftsWithoutMinimumOnly a gift that asks for a minimum spend is refused, and none is made.',
    () =>
      withConnection(harness, async (connection, upstream) => {
        const currency = parseCurrency('EUR');
        assert.ok(currency !== null && upstream.addProduct !== undefined);
        const dear = { ...toGift(upstream.addProduct()), minimumSpend: { amountMinor: 4_000, currency } };
        await assertFails(() => connection.createDiscountCode(dear), refused);
        assert.deepEqual(upstream.listCodes(), []);
      }),
  );
}
