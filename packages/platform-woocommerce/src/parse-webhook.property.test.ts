import { createHmac } from 'node:crypto';
import { toInstant } from '@regulars/core/shared';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parse } from '../test/parse.ts';
import { listRecordings, readBody } from '../test/recordings.ts';
import { verifyWebhook } from './verify-webhook.ts';

const now = toInstant(1_795_300_000_000);

const recordings = fc.constantFrom(...listRecordings());

test('a body that was read and written again never verifies, unless it came out as the same bytes', () => {
  fc.assert(
    fc.property(recordings, ({ request, secret, body }) => {
      const again = Buffer.from(JSON.stringify(JSON.parse(body.toString('utf8'))));
      const kind = verifyWebhook({ ...request, body: again }, { secrets: [secret] }, now).kind;
      expect(kind).toBe(again.equals(body) ? 'verified' : 'refused');
    }),
  );
});

test('a body verifies exactly with the secret it was signed with', () => {
  fc.assert(
    fc.property(fc.uint8Array(), fc.string({ minLength: 1 }), fc.string({ minLength: 1 }), (body, secret, other) => {
      const signature = createHmac('sha256', secret).update(body).digest('base64');
      const request = {
        headers: { 'x-wc-webhook-topic': 'order.updated', 'x-wc-webhook-signature': signature },
        body,
      };
      expect(verifyWebhook(request, { secrets: [secret] }, now).kind).toBe('verified');
      const isSame = createHmac('sha256', other).update(body).digest('base64') === signature;
      expect(verifyWebhook(request, { secrets: [other] }, now).kind).toBe(isSame ? 'verified' : 'refused');
    }),
  );
});

test('an order total is its digits, however large and in every currency', () => {
  const currency = fc.constantFrom(['EUR', 2], ['JPY', 0], ['KWD', 3]) as fc.Arbitrary<readonly [string, number]>;
  fc.assert(
    fc.property(
      fc.bigInt({ min: 0n, max: 99_999_999_999n }),
      fc.nat(999),
      currency,
      (whole, fraction, [code, exponent]) => {
        const digits = String(fraction).padStart(exponent, '0').slice(0, exponent);
        const total = exponent === 0 ? String(whole) : `${whole}.${digits}`;
        const parsed = parse(
          'order.updated',
          Buffer.from(JSON.stringify({ ...readBody('order.created-simple.json'), currency: code, total })),
        );
        const event = parsed.ok ? parsed.value[0] : undefined;
        expect(event).toMatchObject({
          kind: 'orderUpserted',
          order: { totals: { grandMinor: Number(`${whole}${digits}`) } },
        });
      },
    ),
  );
});

test('a body cut off anywhere is refused with a reason, and nothing is thrown', () => {
  fc.assert(
    fc.property(recordings, fc.double({ min: 0, max: 0.999_999, noNaN: true }), ({ request, body }, share) => {
      const parsed = parse(
        request.headers['x-wc-webhook-topic'] ?? '',
        Buffer.from(body).subarray(0, Math.floor(body.length * share)),
      );
      expect(parsed).toMatchObject({ ok: false, failure: { code: 'woocommerce.not_json', path: '' } });
    }),
  );
});

test('whatever is put in place of one field, parsing answers and does not throw', () => {
  const order = readBody('order.created-simple.json');
  fc.assert(
    fc.property(fc.constantFrom(...Object.keys(order)), fc.jsonValue(), (field, value) => {
      const parsed = parse('order.updated', Buffer.from(JSON.stringify({ ...order, [field]: value })));
      if (parsed.ok) expect(parsed.value.length).toBeGreaterThan(0);
      else
        expect(
          parsed.failure.path === '' ||
            parsed.failure.path.startsWith(`/${field}`) ||
            parsed.failure.path === '/currency',
        ).toBe(true);
    }),
    { numRuns: 300 },
  );
});
