import { createHmac } from 'node:crypto';
import type { WebhookRequest, WebhookVerdict } from '@regulars/adapter-contracts';
import { toInstant } from '@regulars/core/shared';
import { describe, expect, test } from 'vitest';
import { readFixture } from '../test/samples.ts';
import { verifyWebhook } from './verify-webhook.ts';

interface Vector {
  readonly secret: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly rawBody: string;
  readonly valid: boolean;
}

const now = toInstant(1_795_300_000_000);
const vectors = readFixture('signature-vectors.json') as readonly [Vector, ...Vector[]];
const [genuine] = vectors;
const request: WebhookRequest = { headers: genuine.headers, body: Buffer.from(genuine.rawBody) };

function sign(body: string, headers: Readonly<Record<string, string>> = {}, secret = 'secret'): WebhookRequest {
  const signature = createHmac('sha256', secret).update(body).digest('base64');
  return {
    headers: { 'x-shopify-topic': 'orders/updated', 'x-shopify-hmac-sha256': signature, ...headers },
    body: Buffer.from(body),
  };
}

function dedupeKey(verdict: WebhookVerdict): string {
  if (verdict.kind !== 'verified') throw new Error(`The webhook is ${verdict.kind}.`);
  return verdict.webhook.dedupeKey;
}

const verify = (of: WebhookRequest, secrets: readonly string[] = ['secret']) => verifyWebhook(of, { secrets }, now);

test.for(vectors)('a vector that is marked valid: $valid verifies so', ({ headers, rawBody, secret, valid }) => {
  const verdict = verify({ headers, body: Buffer.from(rawBody) }, [secret]);
  expect(verdict.kind === 'verified').toBe(valid);
});

test('a webhook keeps its bytes, its topic and the shop it is of', () => {
  expect(verify(request, [genuine.secret])).toMatchObject({
    kind: 'verified',
    webhook: { topic: 'orders/create', headers: { 'x-shopify-shop-domain': 'demo.myshopify.com' }, body: request.body },
  });
});

test('a webhook signed with the previous secret verifies while that one is valid', () => {
  expect(verify(request, ['the-new-one', genuine.secret]).kind).toBe('verified');
  expect(verify(request, ['the-new-one'])).toEqual({ kind: 'refused', code: 'webhook.signature_invalid' });
});

test('nothing verifies where no secret is set, or an empty one', () => {
  expect(verify(request, []).kind).toBe('refused');
  expect(verify(sign('{"id":1}', {}, ''), ['']).kind).toBe('refused');
});

test.for([
  ['no signature', undefined, 'webhook.signature_missing'],
  ['an empty one', '', 'webhook.signature_missing'],
  ['no base64', '%%%', 'webhook.signature_invalid'],
  ['one in hexadecimal', 'deadbeef'.repeat(8), 'webhook.signature_invalid'],
] as const)('a webhook with %s is refused', ([, signature, code]) => {
  const headers = { ...genuine.headers, 'x-shopify-hmac-sha256': signature };
  expect(verify({ ...request, headers }, [genuine.secret])).toEqual({ kind: 'refused', code });
});

describe('the dedupe key', () => {
  const once = { 'x-shopify-webhook-id': 'w-1', 'x-shopify-event-id': 'e-1' };

  test('is the same for the same delivery again', () => {
    expect(dedupeKey(verify(sign('{"id":1}', once)))).toBe(dedupeKey(verify(sign('{"id":1}', once))));
  });

  test('differs between two topics that one action of the merchant fires', () => {
    const paid = { ...once, 'x-shopify-webhook-id': 'w-2', 'x-shopify-topic': 'orders/paid' };
    expect(dedupeKey(verify(sign('{"id":1}', once)))).not.toBe(dedupeKey(verify(sign('{"id":1}', paid))));
  });

  test('differs between two deletions of an order with equal bodies', () => {
    const again = { ...once, 'x-shopify-webhook-id': 'w-2' };
    expect(dedupeKey(verify(sign('{"id":1}', once)))).not.toBe(dedupeKey(verify(sign('{"id":1}', again))));
  });

  test('cannot be taken from another delivery by a header, which nobody signs', () => {
    expect(dedupeKey(verify(sign('{"id":1}', once)))).not.toBe(dedupeKey(verify(sign('{"id":2}', once))));
  });
});
