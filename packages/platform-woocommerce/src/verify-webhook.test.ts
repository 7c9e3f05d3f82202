import { createHmac } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { WebhookRequest, WebhookVerdict } from '@regulars/adapter-contracts';
import { toInstant } from '@regulars/core/shared';
import { describe, expect, test } from 'vitest';
import { listRecordings, readRecording } from '../test/recordings.ts';
import { verifyWebhook } from './verify-webhook.ts';

const now = toInstant(1_795_300_000_000);

interface Vector {
  readonly secret: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly rawBody: string;
  readonly valid: boolean | 'ping';
}

const vectors = JSON.parse(
  readFileSync(new URL('../test/fixtures/signature-vectors.json', import.meta.url), 'utf8'),
) as readonly Vector[];

test.for(vectors)('a vector that is marked valid: $valid verifies so', ({ headers, rawBody, secret, valid }) => {
  const verdict = verifyWebhook({ headers, body: Buffer.from(rawBody) }, { secrets: [secret] }, now);
  expect(verdict.kind).toBe(valid === 'ping' ? 'ping' : valid ? 'verified' : 'refused');
});

function sign(
  topic: string,
  body: string,
  secret: string,
  headers: Readonly<Record<string, string>> = {},
): WebhookRequest {
  const signature = createHmac('sha256', secret).update(body).digest('base64');
  return {
    headers: {
      'content-type': 'application/json',
      'x-wc-webhook-topic': topic,
      'x-wc-webhook-signature': signature,
      ...headers,
    },
    body: Buffer.from(body),
  };
}

function dedupeKey(verdict: WebhookVerdict): string {
  if (verdict.kind !== 'verified') throw new Error(`The webhook is ${verdict.kind}.`);
  return verdict.webhook.dedupeKey;
}

describe('a recorded webhook', () => {
  test.for(listRecordings())('$file is genuine, byte for byte', ({ request, secret, body }) => {
    const verdict = verifyWebhook(request, { secrets: [secret] }, now);
    expect(verdict).toMatchObject({ kind: 'verified', webhook: { topic: request.headers['x-wc-webhook-topic'] } });
    expect(verdict.kind === 'verified' && Buffer.compare(verdict.webhook.body, body)).toBe(0);
  });

  test.for(listRecordings())('$file does not verify when one byte differs', ({ request, secret, body }) => {
    const changed = Buffer.from(body);
    changed.writeUInt8(changed.readUInt8(changed.length >> 1) ^ 1, changed.length >> 1);
    expect(verifyWebhook({ ...request, body: changed }, { secrets: [secret] }, now)).toEqual({
      kind: 'refused',
      code: 'webhook.signature_invalid',
    });
  });
});

test('a webhook signed with the previous secret verifies while that one is valid', () => {
  const { request, secret } = readRecording('order.created-simple.json');
  expect(verifyWebhook(request, { secrets: ['the-new-one', secret] }, now).kind).toBe('verified');
  expect(verifyWebhook(request, { secrets: ['the-new-one'] }, now).kind).toBe('refused');
});

test('a secret with HTML entities verifies, though the store decodes them before it signs', () => {
  const request = sign('order.updated', '{"id":1}', 'a&b<c>"d');
  expect(verifyWebhook(request, { secrets: ['a&amp;b&lt;c&gt;&quot;d'] }, now).kind).toBe('verified');
  expect(verifyWebhook(sign('order.updated', '{"id":1}', '&'), { secrets: ['&amp;amp;'] }, now).kind).toBe('refused');
});

test('nothing verifies where no secret is set, or an empty one', () => {
  const { request } = readRecording('order.created-simple.json');
  expect(verifyWebhook(request, { secrets: [] }, now)).toEqual({ kind: 'refused', code: 'webhook.signature_invalid' });
  expect(verifyWebhook(sign('order.updated', '{"id":1}', ''), { secrets: [''] }, now).kind).toBe('refused');
});

test.for([
  ['no signature', undefined, 'webhook.signature_missing'],
  ['an empty one', '', 'webhook.signature_missing'],
  ['no base64', '%%%', 'webhook.signature_invalid'],
  ['one of the wrong length', 'AAAA', 'webhook.signature_invalid'],
] as const)('a webhook with %s is refused', ([, signature, code]) => {
  const { request, secret } = readRecording('order.created-simple.json');
  const headers = { ...request.headers, 'x-wc-webhook-signature': signature };
  expect(verifyWebhook({ ...request, headers }, { secrets: [secret] }, now)).toEqual({ kind: 'refused', code });
});

describe('the ping a store sends when a webhook is created', () => {
  test('is known without signature and headers', () => {
    const { request, secret } = readRecording('webhook-ping.json');
    expect(verifyWebhook(request, { secrets: [secret] }, now)).toEqual({ kind: 'ping' });
  });

  test.for([
    ['with more in its body', { 'content-type': 'application/x-www-form-urlencoded' }, 'webhook_id=2&id=7'],
    ['as JSON', { 'content-type': 'application/json' }, 'webhook_id=2'],
    [
      'with a topic',
      { 'content-type': 'application/x-www-form-urlencoded', 'x-wc-webhook-topic': 'order.created' },
      'webhook_id=2',
    ],
  ] as const)('is no ping %s, and wants a signature', ([, headers, body]) => {
    expect(verifyWebhook({ headers, body: Buffer.from(body) }, { secrets: ['s'] }, now)).toEqual({
      kind: 'refused',
      code: 'webhook.signature_missing',
    });
  });
});

describe('the dedupe key', () => {
  const secret = 'bench-secret-2';
  const delivery = { 'x-wc-webhook-delivery-id': 'd-1' };

  test('is the same for the same delivery again', () => {
    const { request, secret: recorded } = readRecording('order.created-simple.json');
    const verify = (): string => dedupeKey(verifyWebhook(request, { secrets: [recorded] }, now));
    expect(verify()).toBe(verify());
  });

  test('differs for different orders that share one delivery id, because they came in the same second', () => {
    const keys = [1, 2, 3, 4].map((id) =>
      dedupeKey(verifyWebhook(sign('order.updated', `{"id":${id}}`, secret, delivery), { secrets: [secret] }, now)),
    );
    expect(new Set(keys).size).toBe(4);
  });

  test('is the same for the same state, whichever of the webhooks of a shop delivers it', () => {
    const keys = ['d-1', 'd-2'].map((id) => {
      const request = sign('order.updated', '{"id":1}', secret, { 'x-wc-webhook-delivery-id': id });
      return dedupeKey(verifyWebhook(request, { secrets: [secret] }, now));
    });
    expect(new Set(keys).size).toBe(1);
  });

  test('differs between topics with the same body', () => {
    const keys = ['order.created', 'order.updated'].map((topic) =>
      dedupeKey(verifyWebhook(sign(topic, '{"id":1}', secret, delivery), { secrets: [secret] }, now)),
    );
    expect(new Set(keys).size).toBe(2);
  });

  test('differs between two deletions of an order that was restored in between, though their bodies are equal', () => {
    const keys = ['d-1', 'd-2'].map((id) => {
      const request = sign('order.deleted', '{"id":1}', secret, { 'x-wc-webhook-delivery-id': id });
      return dedupeKey(verifyWebhook(request, { secrets: [secret] }, now));
    });
    expect(new Set(keys).size).toBe(2);
  });
});
