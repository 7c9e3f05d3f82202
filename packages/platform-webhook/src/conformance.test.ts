import { platformClauses, type PlatformHarness, type WebhookSample } from '@regulars/adapter-testkit';
import { toInstant } from '@regulars/core/shared';
import { test } from 'vitest';
import { readSample } from '../test/sample.ts';
import { startShop } from '../test/shop.ts';
import { toSignedHeaders, webhook, type WebhookConfig } from './index.ts';

const secret = 'whsec_MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3ODlhYmNkZWY=';
const otherSecret = 'whsec_ZmVkY2JhOTg3NjU0MzIxMGZlZGNiYTk4NzY1NDMyMTA=';

function toSample(file: string): WebhookSample {
  const event = readSample(file);
  return { topic: String(event['type']), body: JSON.stringify(event) };
}

const harness: PlatformHarness<WebhookConfig> = {
  adapter: webhook,
  config: { moneyFormat: 'minor' },
  webhooks: {
    secrets: [secret, otherSecret],
    now: toInstant(1_795_300_000_000),
    sign: ({ body }, withSecret, at) => ({
      headers: toSignedHeaders(withSecret, 'msg_1', Math.floor(at / 1000), body),
      body: Buffer.from(body),
    }),
    signatureCovers: 'body',
    toleranceMs: 300_000,
    samples: [
      toSample('order.upserted.json'),
      toSample('order.upserted-guest.json'),
      toSample('refund.created.json'),
      toSample('customer.consent_changed.json'),
      { topic: 'batch', body: JSON.stringify(readSample('batch.json')) },
    ],
  },
  orderSample: toSample('order.upserted.json'),
  startUpstream: async () => {
    const shop = await startShop(secret);
    return {
      config: { moneyFormat: 'minor', callbackUrl: shop.url, callbackSecret: secret },
      wrongConfig: { moneyFormat: 'minor', callbackUrl: shop.url, callbackSecret: otherSecret },
      secrets: [secret, otherSecret],
      addProduct: () => 'mug',
      giftOf: (code) => shop.codes.find((each) => each.code === code)?.discount.productExternalId ?? null,
      listCodes: () => shop.codes.map(({ code }) => code),
      failNextWrite: (fault) => {
        shop.fail(fault);
      },
      close: shop.close,
    };
  },
};

for (const { id, title, run } of platformClauses(harness)) test(`${title} (${id})`, run);
