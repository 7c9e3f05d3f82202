import assert from 'node:assert/strict';
import type { Order } from '@regulars/core/commerce';
import { exponentOf } from '@regulars/core/shared';
import { clause, type Clause } from './clause.ts';
import type { PlatformHarness } from './platform-harness.ts';
import { readSampleOrder } from './read-sample-order.ts';

/** What an order in the common model is, whatever platform it came from. */
export function orderClauses<Config>(harness: PlatformHarness<Config>): readonly Clause[] {
  const readOrder = (): Promise<Order> => readSampleOrder(harness);
  return [
    clause('order.identified', 'An order has an id, a number and a line.', async () => {
      const order = await readOrder();
      assert.ok(order.externalId.length > 0 && order.number.length > 0);
      assert.ok(order.lineItems.length > 0, 'The sample must have a line.');
    }),
    clause('order.money_whole', 'Amounts are whole minor units of a currency that ISO 4217 knows.', async () => {
      const { currency, totals, lineItems, refunds } = await readOrder();
      assert.ok(exponentOf(currency) >= 0);
      const lines = lineItems.flatMap((line) => [line.subtotalMinor, line.discountMinor, line.taxMinor]);
      for (const amount of [...Object.values(totals), ...lines, ...refunds.map(({ amountMinor }) => amountMinor)]) {
        assert.ok(Number.isSafeInteger(amount), `${amount} is no whole number of minor units.`);
      }
    }),
    clause(
      'order.money_signs',
      'Discounts and refunds are positive amounts, quantities greater than zero.',
      async () => {
        const { totals, lineItems, refunds } = await readOrder();
        for (const amount of [
          totals.discountMinor,
          totals.refundedMinor,
          ...refunds.map(({ amountMinor }) => amountMinor),
        ])
          assert.ok(amount >= 0);
        for (const line of lineItems) assert.ok(line.quantity > 0 && line.discountMinor >= 0);
      },
    ),
    clause(
      'order.money_adds_up',
      'Items less discount plus shipping are the total, within a minor unit per line.',
      async () => {
        const { totals, lineItems } = await readOrder();
        const expected = totals.itemsMinor - totals.discountMinor + totals.shippingMinor;
        const difference = Math.abs(expected - totals.grandMinor);
        assert.ok(difference <= lineItems.length + 1, `They differ by ${difference}.`);
      },
    ),
    clause('order.codes_lower_case', 'Coupon codes are in lower case and without blanks around them.', async () => {
      for (const code of (await readOrder()).couponCodes) assert.equal(code, code.trim().toLowerCase());
    }),
    clause(
      'order.instants_plausible',
      'Instants are whole milliseconds, and a state is not older than the order.',
      async () => {
        const { placedAt, updatedAt, paidAt } = await readOrder();
        for (const at of [placedAt, updatedAt, paidAt ?? placedAt]) {
          assert.ok(
            Number.isSafeInteger(at) && at > Date.UTC(1995, 0) && at < Date.UTC(2100, 0),
            `${at} is no such instant; seconds were perhaps taken for milliseconds.`,
          );
        }
        assert.ok(updatedAt >= placedAt);
      },
    ),
  ];
}
