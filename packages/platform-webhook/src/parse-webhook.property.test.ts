import type { PlatformEvent } from '@regulars/adapter-contracts';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { eventsOf, order, orderWith, parse } from '../test/parse.ts';

test('whatever JSON is sent, parsing answers with events or with a place, and does not throw', () => {
  const type = fc.constantFrom(
    'order.upserted',
    'refund.created',
    'customer.upserted',
    'product.upserted',
    'privacy.erase',
  );
  fc.assert(
    fc.property(type, fc.jsonValue(), (name, data) => {
      const parsed = parse({ spec: '1', type: name, data });
      if (!parsed.ok) expect(parsed.failure.path).toMatch(/^\/data/);
    }),
  );
});

test('whatever is put in place of one field of an order, the place named is that field', () => {
  fc.assert(
    fc.property(fc.constantFrom(...Object.keys(order.data)), fc.jsonValue(), (field, value) => {
      const parsed = parse(orderWith({ [field]: value }));
      if (!parsed.ok) expect(parsed.failure.path.startsWith(`/data/${field}`)).toBe(true);
    }),
    { numRuns: 300 },
  );
});

test('an amount in minor units stays that amount, in every currency; a decimal one is its digits', () => {
  const amount = fc.nat({ max: 10 ** 13 });
  fc.assert(
    fc.property(
      amount,
      fc.constantFrom(['EUR', 2], ['JPY', 0], ['KWD', 3]) as fc.Arbitrary<readonly [string, number]>,
      (minor, [currency, exponent]) => {
        const digits = String(minor).padStart(exponent + 1, '0');
        const decimal = exponent === 0 ? digits : `${digits.slice(0, -exponent)}.${digits.slice(-exponent)}`;
        const grandOf = (grand: number | string, format: 'minor' | 'decimal'): number => {
          const small = {
            externalId: '1',
            placedAt: '2026-11-22T09:00:00Z',
            updatedAt: '2026-11-22T09:00:00Z',
            status: 'paid',
          };
          const [event] = eventsOf(
            parse({ type: 'order.upserted', data: { ...small, currency, totals: { grand } } }, format),
          );
          return event?.kind === 'orderUpserted' ? event.order.totals.grandMinor : Number.NaN;
        };
        if (digits.length - exponent > 11) return;
        expect([grandOf(minor, 'minor'), grandOf(decimal, 'decimal')]).toEqual([minor, minor]);
      },
    ),
  );
});

test('a batch is its events one by one: in their order, the good used, the bad named, none lost', () => {
  const good = fc.constantFrom<object>(
    order,
    { type: 'ping', data: {} },
    { type: 'order.deleted', data: { externalId: '1' } },
  );
  const bad = fc.constantFrom<unknown>(orderWith({ currency: 'XXX' }), { type: 'order.upserted', data: {} }, null, 42);
  fc.assert(
    fc.property(fc.array(fc.oneof(good, bad), { minLength: 1, maxLength: 20 }), (events) => {
      const alone = events.map((event) => parse(event));
      const batch = parse({ spec: '1', events });
      if (alone.every(({ ok }) => !ok)) {
        expect(batch.ok).toBe(false);
        return;
      }
      const expected = alone.map((one, index) =>
        one.ok ? one.value[0] : { kind: 'partRejected', part: JSON.stringify(events[index]) },
      );
      expect(eventsOf(batch)).toMatchObject(expected as readonly PlatformEvent[]);
    }),
  );
});
