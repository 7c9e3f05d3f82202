import fc from 'fast-check';
import { expect, test } from 'vitest';
import { eventsOf, getSample, parse, samples } from '../test/samples.ts';

const price = fc.integer({ min: 0, max: 1_000_000 });
const decimal = (minor: number) => (minor / 100).toFixed(2);

test('lines that add up on the store’s side add up here, taxes in or on top', () => {
  const line = fc.record({
    priceMinor: price,
    quantity: fc.integer({ min: 1, max: 20 }),
    taxMinor: price,
    share: fc.double({ min: 0, max: 1, noNaN: true }),
  });
  fc.assert(
    fc.property(
      fc.array(line, { minLength: 1, maxLength: 6 }),
      fc.boolean(),
      price,
      (lines, taxesIncluded, shippingMinor) => {
        const parts = lines.map(({ priceMinor, quantity, taxMinor, share }) => {
          const discountMinor = Math.floor(priceMinor * quantity * share);
          return { priceMinor, quantity, taxMinor, discountMinor };
        });
        const goods = parts.reduce((sum, part) => sum + part.priceMinor * part.quantity - part.discountMinor, 0);
        const taxes = parts.reduce((sum, part) => sum + part.taxMinor, 0);
        const [event] = eventsOf(
          parse('orders/updated', {
            ...getSample('rest.order').body,
            taxes_included: taxesIncluded,
            total_discounts: '0.00',
            total_price: decimal(goods + shippingMinor + (taxesIncluded ? 0 : taxes)),
            shipping_lines: [{ price: decimal(shippingMinor) }],
            line_items: parts.map((part, index) => ({
              id: index + 1,
              name: 'x',
              quantity: part.quantity,
              price: decimal(part.priceMinor),
              tax_lines: [{ price: decimal(part.taxMinor) }],
              discount_allocations: [{ amount: decimal(part.discountMinor) }],
            })),
          }),
        );
        if (event?.kind !== 'orderUpserted') throw new Error('No order came out.');
        const { itemsMinor, discountMinor, shippingMinor: shipping, grandMinor } = event.order.totals;
        expect(itemsMinor - discountMinor + shipping).toBe(grandMinor);
      },
    ),
  );
});

test('whatever stands in the place of any field, parsing answers and does not throw', () => {
  const nonsense = fc.oneof(fc.jsonValue(), fc.constantFrom(null, '', 0, -1, 1e21, [], {}, 'gid://shopify/Order/x'));
  const withField = fc
    .constantFrom(...samples)
    .chain((sample) => fc.tuple(fc.constant(sample), fc.constantFrom(...Object.keys(sample.body)), nonsense));
  fc.assert(
    fc.property(withField, ([{ topic, body }, field, value]) => {
      const parsed = parse(topic, { ...body, [field]: value });
      expect(parsed.ok ? parsed.value.length : parsed.failure.path.startsWith('/')).toBeTruthy();
    }),
    { numRuns: 400 },
  );
});
