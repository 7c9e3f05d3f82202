import { expect, test } from 'vitest';
import { deriveOrderStatus, isPurchase, type OrderStatusFacts } from './derive-order-status.ts';
import type { OrderStatus } from './order.ts';

const unpaid = { isPaid: false, grandMinor: 1990, refundedMinor: 0 };

test.each<[string, OrderStatusFacts, OrderStatus]>([
  ['an unpaid order waits', { ...unpaid, platform: 'pending' }, 'pending'],
  ['a payment makes a waiting order paid', { ...unpaid, platform: 'pending', isPaid: true }, 'paid'],
  ['the platform may call an order paid without a date of payment', { ...unpaid, platform: 'paid' }, 'paid'],
  ['an order shipped before it is paid is fulfilled', { ...unpaid, platform: 'fulfilled' }, 'fulfilled'],
  [
    'a part given back shows whatever the platform says',
    { ...unpaid, platform: 'fulfilled', refundedMinor: 1989 },
    'partially_refunded',
  ],
  ['everything given back is a refunded order', { ...unpaid, platform: 'paid', refundedMinor: 1990 }, 'refunded'],
  [
    'more than everything given back is a refunded order',
    { ...unpaid, platform: 'paid', refundedMinor: 2500 },
    'refunded',
  ],
  ['the platform may call an order refunded without telling amounts', { ...unpaid, platform: 'refunded' }, 'refunded'],
  ['a free order is not a refunded one', { platform: 'paid', isPaid: true, grandMinor: 0, refundedMinor: 0 }, 'paid'],
  [
    'a cancelled order stays cancelled, paid or refunded',
    { ...unpaid, platform: 'cancelled', isPaid: true, refundedMinor: 1990 },
    'cancelled',
  ],
])('%s', (_rule, facts, status) => {
  expect(deriveOrderStatus(facts)).toBe(status);
});

test('paid, fulfilled and partially refunded orders are purchases, the others are not', () => {
  expect((['paid', 'fulfilled', 'partially_refunded'] as const).every(isPurchase)).toBe(true);
  expect((['pending', 'refunded', 'cancelled'] as const).some(isPurchase)).toBe(false);
});
