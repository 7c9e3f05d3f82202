import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parse, webhooks } from '../test/samples.ts';

const order = { scope: 'store/order/updated', producer: 'stores/abc123', data: { type: 'order', id: 7 } };

test.for([
  ['{"scope":', 'bigcommerce.not_json', ''],
  ['[]', 'bigcommerce.not_json', ''],
  ['\u0000', 'bigcommerce.not_json', ''],
  [{ ...order, scope: '' }, 'bigcommerce.invalid', '/scope'],
  [{ ...order, data: undefined }, 'bigcommerce.invalid', '/data'],
  [{ ...order, data: { type: 'order' } }, 'bigcommerce.invalid', '/data/id'],
  [{ ...order, data: { id: '../store' } }, 'bigcommerce.invalid', '/data/id'],
  [{ ...order, producer: 'stores/other' }, 'bigcommerce.other_store', '/producer'],
] as const)('%j is rejected as %s at "%s"', ([body, code, path]) => {
  expect(parse('store/order/updated', body)).toMatchObject({ ok: false, failure: { code, path } });
});

test('an event nobody knew when this was written is ignored', () => {
  expect(parse('', { ...order, scope: 'store/channel/updated' })).toEqual({
    ok: true,
    value: [{ kind: 'ignored', reason: 'topic.unused' }],
  });
});

test('whatever stands in the place of any field, parsing answers and does not throw', () => {
  const nonsense = fc.oneof(fc.jsonValue(), fc.constantFrom(null, '', 0, -1, 1e21, [], {}));
  const withField = fc
    .constantFrom(...webhooks)
    .chain(({ topic, body }) =>
      fc.tuple(fc.constant({ topic, body }), fc.constantFrom(...Object.keys(body)), nonsense),
    );
  fc.assert(
    fc.property(withField, ([{ topic, body }, field, value]) => {
      const parsed = parse(topic, { ...body, [field]: value });
      expect(parsed.ok ? parsed.value.length : parsed.failure.path.startsWith('/')).toBeTruthy();
    }),
  );
});
