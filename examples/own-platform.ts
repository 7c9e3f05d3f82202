/**
 * A platform of your own in one file, tried by the conformance kit.
 *
 *     node --conditions=source examples/own-platform.ts
 *
 * "Lemonade" is a shop system that posts its orders as JSON, signed with the hex HMAC-SHA256 of the body in the header
 * `lemonade-signature`. It has no discount codes.
 */
import { createHash, createHmac, timingSafeEqual } from 'node:crypto';
import { AdapterError, definePlatformAdapter, toRejection, type VerifyWebhook } from '@regulars/adapter-contracts';
import { platformClauses, type PlatformHarness, type WebhookSample } from '@regulars/adapter-testkit';
import { deriveOrderStatus } from '@regulars/core/commerce';
import { fail, ok, parseCurrency, parseDecimal, parseInstant, toInstant } from '@regulars/core/shared';
import { z } from 'zod';

// 1. What arrives, and what of it is used. Everything else is left out by zod.
const wireOrder = z.object({
  id: z.string().min(1),
  state: z.enum(['open', 'paid', 'sent', 'cancelled']),
  ordered: z.string(),
  changed: z.string(),
  currency: z.string(),
  total: z.string(),
  buyer: z.object({ mail: z.string(), name: z.string() }),
  cups: z.array(z.object({ flavor: z.string(), count: z.int().positive(), price: z.string() })),
});

const statuses = { open: 'pending', paid: 'paid', sent: 'fulfilled', cancelled: 'cancelled' } as const;

// 2. Is it genuine? Over the raw bytes, in constant time, for each secret that is valid.
const verifyWebhook: VerifyWebhook = ({ headers, body }, { secrets }) => {
  const signature = headers['lemonade-signature'];
  if (!signature) return { kind: 'refused', code: 'webhook.signature_missing' };
  const given = Buffer.from(signature, 'hex');
  const isGenuine = secrets.some((secret) => {
    const expected = createHmac('sha256', secret).update(body).digest();
    return secret !== '' && given.length === expected.length && timingSafeEqual(given, expected);
  });
  if (!isGenuine) return { kind: 'refused', code: 'webhook.signature_invalid' };
  const dedupeKey = createHash('sha256').update(body).digest('hex');
  return { kind: 'verified', webhook: { topic: 'order', dedupeKey, headers: {}, body } };
};

function refuse(path: string, message: string) {
  return fail({ code: 'lemonade.invalid', path, message });
}

// 3. The adapter: a value.
const lemonade = definePlatformAdapter({
  id: 'lemonade',
  displayName: 'Lemonade',
  capabilities: { discountCodes: false, orderCount: false, signedTimestamp: false },
  configSchema: z.object({}),
  verifyWebhook,
  parseWebhook: ({ body }) => {
    let json: unknown;
    try {
      json = JSON.parse(Buffer.from(body).toString('utf8'));
    } catch {
      return fail({ code: 'lemonade.not_json', path: '', message: 'The body is not JSON.' });
    }
    const read = wireOrder.safeParse(json);
    if (!read.success) return fail(toRejection('lemonade.invalid', read.error));
    const wire = read.data;

    // Money by digits and in a known currency; times with their zone. What cannot be read is refused by name.
    const currency = parseCurrency(wire.currency);
    if (currency === null) return refuse('/currency', 'Must be an ISO 4217 code such as EUR.');
    const grandMinor = parseDecimal(wire.total, currency);
    if (grandMinor === null) return refuse('/total', 'Must be a decimal such as "19.90".');
    const placedAt = parseInstant(wire.ordered);
    if (placedAt === null) return refuse('/ordered', 'Must be a time with its zone.');
    const updatedAt = parseInstant(wire.changed);
    if (updatedAt === null) return refuse('/changed', 'Must be a time with its zone.');
    const prices = wire.cups.map(({ price }) => parseDecimal(price, currency));
    if (prices.includes(null))
      return refuse(`/cups/${prices.indexOf(null)}/price`, 'Must be a decimal such as "3.50".');

    const totals = {
      itemsMinor: grandMinor,
      discountMinor: 0,
      shippingMinor: 0,
      taxMinor: 0,
      grandMinor,
      refundedMinor: 0,
    };
    const platform = statuses[wire.state];
    const buyer = {
      externalId: null,
      email: wire.buyer.mail,
      phone: null,
      firstName: wire.buyer.name,
      lastName: null,
      locale: null,
      consent: null,
    };
    const order = {
      externalId: wire.id,
      number: wire.id,
      placedAt,
      paidAt: null,
      updatedAt,
      status: deriveOrderStatus({ platform, isPaid: platform !== 'pending', ...totals }),
      platformStatus: wire.state,
      currency,
      totals,
      customer: buyer,
      billingAddress: null,
      shippingAddress: null,
      lineItems: wire.cups.map(({ flavor, count }, index) => ({
        externalId: null,
        productExternalId: flavor,
        variantExternalId: null,
        sku: null,
        name: flavor,
        quantity: count,
        subtotalMinor: (prices[index] ?? 0) * count,
        discountMinor: 0,
        taxMinor: 0,
        categories: [],
        tags: [],
        isDigital: false,
      })),
      refunds: [],
      couponCodes: [],
      source: null,
      attributes: {},
      isTest: false,
      isRenewal: false,
    };
    return ok([{ kind: 'orderUpserted', order }]);
  },
  connect: () => {
    const cannot = async (): Promise<never> => {
      throw new AdapterError('The lemonade stand cannot be asked.', { kind: 'misconfigured', outcome: 'notDone' });
    };
    return {
      checkAccess: async () => ({ storeName: null, currency: null }),
      findDiscountCode: cannot,
      createDiscountCode: cannot,
      deleteDiscountCode: cannot,
      countOrders: cannot,
      close: async () => undefined,
    };
  },
});

// 4. How the kit makes genuine deliveries.
function toSample(id: string): WebhookSample {
  const cups = [{ flavor: 'Ginger', count: 2, price: '3.50' }];
  const times = { ordered: '2026-11-22T10:00:00+01:00', changed: '2026-11-22T10:05:00+01:00' };
  return {
    topic: 'order',
    body: JSON.stringify({
      id,
      state: 'paid',
      ...times,
      currency: 'EUR',
      total: '7.00',
      buyer: { mail: 'ada@buyer.test', name: 'Ada' },
      cups,
    }),
  };
}

const harness: PlatformHarness<Record<string, never>> = {
  adapter: lemonade,
  config: {},
  webhooks: {
    secrets: ['current-secret', 'previous-secret'],
    now: toInstant(Date.UTC(2026, 10, 22, 9, 5)),
    sign: ({ body }, secret) => ({
      headers: { 'lemonade-signature': createHmac('sha256', secret).update(body).digest('hex') },
      body: Buffer.from(body),
    }),
    signatureCovers: 'body',
    toleranceMs: null,
    samples: [toSample('L-1'), toSample('L-2')],
  },
  orderSample: toSample('L-1'),
};

// 5. Run it. In a test file: for (const { title, run } of platformClauses(harness)) test(title, run);
for (const { id, title, run } of platformClauses(harness)) {
  try {
    await run();
    console.log(`kept    ${id}: ${title}`);
  } catch (error) {
    process.exitCode = 1;
    console.log(`BROKEN  ${id}: ${title}\n        ${String(error)}`);
  }
}
