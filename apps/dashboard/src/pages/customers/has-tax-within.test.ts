import { expect, it } from 'vitest';

import type { Order } from '../../api/orders.ts';
import { hasTaxWithin } from './has-tax-within.ts';

const line = (subtotalMinor: number) => ({ subtotalMinor }) as Order['lineItems'][number];
const totals = (grandMinor: number) =>
  ({ grandMinor, shippingMinor: 400, discountMinor: 500, taxMinor: 329 }) as Order['totals'];

it('is within the total where goods and shipping less the discount make it, and is added to it where they do not', () => {
  const lineItems = [line(1500), line(500)];
  expect(hasTaxWithin({ lineItems, totals: totals(1900) })).toBe(true);
  expect(hasTaxWithin({ lineItems, totals: totals(2229) })).toBe(false);
});
