import { describe, expect, test } from 'vitest';
import type { CustomerId, OrderId } from '../shared/ids.ts';
import { dayMs, hourMs, minuteMs, plus, toInstant } from '../shared/instant.ts';
import { findAbandonment, findPurchase, type PlacedOrder, type WaitingCart } from './cart.ts';

const startedAt = toInstant(Date.UTC(2026, 10, 20, 12));
const cart: WaitingCart = {
  connectionId: 'shop',
  externalId: 'c1',
  customerId: 'ann' as CustomerId,
  startedAt,
  touchedAt: plus(startedAt, 10 * minuteMs),
};
const order: PlacedOrder = {
  orderId: 'o1' as OrderId,
  connectionId: 'shop',
  customerId: 'ann' as CustomerId,
  checkoutExternalId: null,
  placedAt: plus(startedAt, hourMs),
  status: 'paid',
  isRenewal: false,
  isTest: false,
};

test('a cart is abandoned an hour after it was last touched', () => {
  expect(findAbandonment(cart)).toBe(plus(startedAt, hourMs + 10 * minuteMs));
});

describe('a cart was bought by', () => {
  test.for<[string, Partial<PlacedOrder>, boolean]>([
    ['the next order of its customer', {}, true],
    ['one that is yet to be paid, as by bank transfer', { status: 'pending' }, true],
    ['one placed at the moment it was begun', { placedAt: startedAt }, true],
    ['no order from before', { placedAt: plus(startedAt, -1) }, false],
    ['one placed a week after it was left', { placedAt: plus(cart.touchedAt, 7 * dayMs) }, true],
    ['none placed later', { placedAt: plus(cart.touchedAt, 7 * dayMs + 1) }, false],
    ['no order of somebody else', { customerId: 'bob' as CustomerId }, false],
    [
      'an order that names it, whoever placed it and whenever',
      {
        customerId: 'bob' as CustomerId,
        checkoutExternalId: 'c1',
        placedAt: plus(startedAt, 90 * dayMs),
      },
      true,
    ],
    [
      'none that names the same checkout of another shop',
      {
        customerId: null,
        connectionId: 'other',
        checkoutExternalId: 'c1',
      },
      false,
    ],
    ['no cancelled order', { status: 'cancelled' }, false],
    ['no renewal', { isRenewal: true }, false],
    ['no test order', { isTest: true }, false],
  ])('%s', ([, difference, expected]) => {
    expect(findPurchase(cart, [{ ...order, ...difference }]) !== null).toBe(expected);
  });

  test('the order that names it rather than an earlier one', () => {
    const named = { ...order, orderId: 'o2' as OrderId, checkoutExternalId: 'c1', placedAt: plus(startedAt, dayMs) };
    expect(findPurchase(cart, [order, named])?.orderId).toBe('o2');
  });

  test('the first of several orders', () => {
    const later = { ...order, orderId: 'o2' as OrderId, placedAt: plus(startedAt, dayMs) };
    expect(findPurchase(cart, [later, order])?.orderId).toBe('o1');
  });

  test('no order when nobody is known to have filled it, unless one names it', () => {
    expect(findPurchase({ ...cart, customerId: null }, [{ ...order, customerId: null }])).toBeNull();
  });
});
