import { deriveOrderStatus } from '@regulars/core/commerce';
import { evaluate, listSegmentPresets } from '@regulars/core/segments';
import { formatMoney, parseCurrency, parseDecimal, parseInstant } from '@regulars/core/shared';
import {
  applyContributionChange,
  averageOrderMinor,
  contributionOf,
  emptyValue,
  firstPurchaseAt,
  lastPurchaseAt,
  netMinor,
  rhythmDays,
} from '@regulars/core/value';

const currency = parseCurrency('EUR');
if (currency === null) throw new Error('EUR is a currency.');

/** What a shop told of three orders; amounts as the decimals it wrote. */
const told = [
  { placedAt: '2026-03-01T10:00:00Z', total: '24.90', refunded: '0.00' },
  { placedAt: '2026-03-29T18:30:00Z', total: '39.75', refunded: '5.00' },
  { placedAt: '2026-05-02T09:15:00Z', total: '24.90', refunded: '24.90' },
];

let value = emptyValue(currency);
for (const order of told) {
  const placedAt = parseInstant(order.placedAt);
  const grandMinor = parseDecimal(order.total, currency);
  const refundedMinor = parseDecimal(order.refunded, currency);
  if (placedAt === null || grandMinor === null || refundedMinor === null)
    throw new Error('This order is not readable.');
  const status = deriveOrderStatus({ platform: 'paid', isPaid: true, grandMinor, refundedMinor });
  const totals = { grandMinor, refundedMinor, discountMinor: 0 };
  // Before this order there was none: null. The third was given back in full and adds nothing.
  const contribution = contributionOf({ status, currency, placedAt, totals, isTest: false, isRenewal: false });
  value = applyContributionChange(value, null, contribution);
}

const net = formatMoney({ amountMinor: netMinor(value), currency }, 'en');
console.log(`${value.orderCount} purchases worth ${net}, one every ${rhythmDays(value)?.toFixed(0)} days`);

const facts = {
  orderCount: value.orderCount,
  netSpentMinor: netMinor(value),
  averageOrderMinor: averageOrderMinor(value),
  discountedOrderCount: value.discountedOrderCount,
  country: 'NL',
  firstPurchaseAt: firstPurchaseAt(value),
  lastPurchaseAt: lastPurchaseAt(value),
  // By the store's calendar, on 1 June.
  firstPurchaseDaysAgo: 92,
  lastPurchaseDaysAgo: 64,
  productExternalIds: new Set<string>(),
  categories: new Set<string>(),
  // What is foreseen takes a model of the store: `@regulars/core/clv`.
  probabilityAlive: null,
  predictedValueMinor: null,
  nextPurchaseInDays: null,
};
const segments = listSegmentPresets(currency)
  .filter(({ rule }) => evaluate(rule, facts))
  .map(({ key }) => key);
console.log(`in the segments ${segments.join(', ')}`);
