import { expect, it } from 'vitest';
import type { CustomerId, ReferralId } from '../shared/ids.ts';
import { toInstant } from '../shared/instant.ts';
import { attributeOrder, type WaitingReferral } from './attribute-order.ts';

const anna = 'anna' as CustomerId;
const ben = 'ben' as CustomerId;
const cleo = 'cleo' as CustomerId;

const annaBroughtBen: WaitingReferral = {
  referralId: 'first' as ReferralId,
  advocateId: anna,
  friendId: ben,
  code: 'friend-1',
  claimedAt: toInstant(1_000),
};
const cleoBroughtBen: WaitingReferral = {
  ...annaBroughtBen,
  referralId: 'second' as ReferralId,
  advocateId: cleo,
  code: 'friend-2',
  claimedAt: toInstant(2_000),
};

it('finds the referral by the code on the order', () => {
  const order = { customerId: ben, couponCodes: ['welcome', 'friend-2'], purchaseNumber: 1 };
  expect(attributeOrder(order, [annaBroughtBen, cleoBroughtBen])).toBe('second');
});

it('finds it by the claimed customer when the order bears no code, the first claim winning', () => {
  expect(
    attributeOrder({ customerId: ben, couponCodes: [], purchaseNumber: 1 }, [cleoBroughtBen, annaBroughtBen]),
  ).toBe('first');
});

it('takes a code used under another e-mail address, when that buyer is new', () => {
  expect(attributeOrder({ customerId: cleo, couponCodes: ['friend-1'], purchaseNumber: 1 }, [annaBroughtBen])).toBe(
    'first',
  );
  expect(
    attributeOrder({ customerId: cleo, couponCodes: ['friend-1'], purchaseNumber: 2 }, [annaBroughtBen]),
  ).toBeNull();
});

it('never counts an advocate who uses the code he brought into the world', () => {
  expect(
    attributeOrder({ customerId: anna, couponCodes: ['friend-1'], purchaseNumber: 1 }, [annaBroughtBen]),
  ).toBeNull();
});

it('leaves an order alone that nobody brought', () => {
  expect(attributeOrder({ customerId: cleo, couponCodes: ['summer'], purchaseNumber: 1 }, [annaBroughtBen])).toBeNull();
});
