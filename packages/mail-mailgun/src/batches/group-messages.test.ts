import { expect, test } from 'vitest';
import type { OutgoingMessage } from '@regulars/adapter-contracts';
import { exampleMessage } from '../../test/example-message.ts';
import { groupMessages } from './group-messages.ts';

const to = (address: string, changes: Partial<OutgoingMessage> = {}): OutgoingMessage => ({
  ...exampleMessage,
  to: { name: null, address },
  ...changes,
});
const addressesOf = (messages: readonly OutgoingMessage[]) =>
  groupMessages(messages).map((group) => group.map((message) => message.to.address));

test('letters of one template go together, a thousand at most', () => {
  const letters = Array.from({ length: 1_001 }, (_, index) => to(`buyer-${index}@buyer.test`));
  expect(groupMessages(letters).map(({ length }) => length)).toEqual([1_000, 1]);
});

test('the same address twice is in two batches, whatever its case: Mailgun drops the second', () => {
  expect(addressesOf([to('ada@buyer.test'), to('ADA@buyer.test'), to('grace@buyer.test')])).toEqual([
    ['ada@buyer.test', 'grace@buyer.test'],
    ['ADA@buyer.test'],
  ]);
});

test('letters of two senders, or of another shape, do not go together', () => {
  const other = { name: 'Other', address: 'other@shop.test' };
  expect(
    addressesOf([
      to('ada@buyer.test'),
      to('grace@buyer.test', { from: other }),
      to('joan@buyer.test', { html: '<p>' }),
    ]),
  ).toEqual([['ada@buyer.test'], ['grace@buyer.test'], ['joan@buyer.test']]);
});

test('a letter that has %recipient in its own words goes alone', () => {
  expect(addressesOf([to('ada@buyer.test', { subject: '%recipient.v0%' }), to('grace@buyer.test')])).toEqual([
    ['ada@buyer.test'],
    ['grace@buyer.test'],
  ]);
});

test('a batch stays below what Mailgun takes in one call', () => {
  const html = 'x'.repeat(6_000_000);
  expect(addressesOf(['a@b.test', 'b@b.test', 'c@b.test'].map((address) => to(address, { html })))).toEqual([
    ['a@b.test', 'b@b.test'],
    ['c@b.test'],
  ]);
});
