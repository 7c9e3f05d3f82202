import type { WebhookRequest, WebhookVerdict } from '@regulars/adapter-contracts';
import { toBigCommerceDelivery } from '@regulars/adapter-testkit';
import { toInstant } from '@regulars/core/shared';
import { Webhook } from 'standardwebhooks';
import { describe, expect, test } from 'vitest';
import { readFixture } from '../test/samples.ts';
import { verifyWebhook } from './verify-webhook.ts';
import { toWebhookKey } from './webhook-key.ts';

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
const verify = (of: WebhookRequest, secrets: readonly string[] = [genuine.secret]) =>
  verifyWebhook(of, { secrets }, now);

function unsigned(data: unknown, secret = genuine.secret): WebhookRequest {
  const headers = { 'x-regulars-key': toWebhookKey(secret) };
  const made = toBigCommerceDelivery({ scope: 'store/order/updated', data, secret: null, sentAtS: 1, headers });
  return { headers: made.headers, body: Buffer.from(made.body) };
}

function dedupeKey(verdict: WebhookVerdict): string {
  if (verdict.kind !== 'verified') throw new Error(`The webhook is ${verdict.kind}.`);
  return verdict.webhook.dedupeKey;
}

test.for(vectors)('a vector that is marked valid: $valid verifies so', ({ headers, rawBody, secret, valid }) => {
  expect(verify({ headers, body: Buffer.from(rawBody) }, [secret]).kind === 'verified').toBe(valid);
});

test('what the reference implementation of Standard Webhooks signs verifies', () => {
  const body = '{"scope":"store/order/updated","data":{"type":"order","id":1}}';
  const signer = new Webhook(Buffer.from('a secret of the store').toString('base64'));
  const headers = {
    'webhook-id': 'msg_1',
    'webhook-timestamp': String(now / 1_000),
    'webhook-signature': signer.sign('msg_1', new Date(now), body),
  };
  expect(verify({ headers, body: Buffer.from(body) }, ['a secret of the store']).kind).toBe('verified');
});

test('a webhook keeps its bytes, and its topic is what its body says', () => {
  expect(verify(request)).toMatchObject({
    kind: 'verified',
    webhook: { topic: 'store/order/created', headers: {}, body: request.body },
  });
});

test('one of several signatures is enough, and one of several secrets', () => {
  const headers = { ...genuine.headers, 'webhook-signature': `v1,AAAA v2,x ${genuine.headers['webhook-signature']}` };
  expect(verify({ ...request, headers }).kind).toBe('verified');
  expect(verify(request, ['the-new-one', genuine.secret]).kind).toBe('verified');
  expect(verify(request, ['the-new-one'])).toEqual({ kind: 'refused', code: 'webhook.signature_invalid' });
});

test.for([
  ['another id', 'webhook-id', 'msg_other'],
  ['another time', 'webhook-timestamp', '1795300001'],
  ['a time that is none', 'webhook-timestamp', 'soon'],
  ['another version of the scheme', 'webhook-signature', genuine.headers['webhook-signature']?.replace('v1', 'v2')],
] as const)('a webhook with %s is refused', ([, name, value]) => {
  const headers = { ...genuine.headers, [name]: value };
  expect(verify({ ...request, headers })).toEqual({ kind: 'refused', code: 'webhook.signature_invalid' });
});

describe('a delivery without a signature', () => {
  test('verifies by the key that was registered with its webhook, under the current secret and the previous one', () => {
    expect(verify(unsigned({ type: 'order', id: 1 })).kind).toBe('verified');
    expect(verify(unsigned({ type: 'order', id: 1 }), ['the-new-one', genuine.secret]).kind).toBe('verified');
  });

  test('is refused with another key, without one, and where no secret is set', () => {
    const { body } = unsigned({});
    expect(verify(unsigned({}, 'other-secret'))).toEqual({ kind: 'refused', code: 'webhook.signature_invalid' });
    expect(verify({ headers: {}, body })).toEqual({ kind: 'refused', code: 'webhook.signature_missing' });
    expect(verify(unsigned({}, ''), ['']).kind).toBe('refused');
  });

  test('cannot be made of a signed one by spoiling its signature, though it bears the key', () => {
    const headers = {
      ...genuine.headers,
      'webhook-signature': 'v1,AAAA',
      'x-regulars-key': toWebhookKey(genuine.secret),
    };
    expect(verify({ ...request, headers })).toEqual({ kind: 'refused', code: 'webhook.signature_invalid' });
  });

  test('is the same again with the same bytes, and another with others', () => {
    const [one, other] = [unsigned({ type: 'order', id: 1 }), unsigned({ type: 'order', id: 2 })];
    expect(dedupeKey(verify(one))).toBe(dedupeKey(verify(one)));
    expect(dedupeKey(verify(one))).not.toBe(dedupeKey(verify(other)));
  });
});

test('a signed delivery is known by its id, which a second attempt has as well', () => {
  const sign = (sentAtS: number, id: number) => {
    const body = JSON.stringify({ scope: 'store/order/updated', data: { type: 'order', id }, created_at: 1 });
    const made = toBigCommerceDelivery({ scope: '', data: body, secret: genuine.secret, sentAtS });
    return dedupeKey(verify({ headers: made.headers, body: Buffer.from(made.body) }));
  };
  expect(sign(now / 1_000, 1)).toBe(sign(now / 1_000 + 60, 1));
  expect(sign(now / 1_000, 1)).not.toBe(sign(now / 1_000, 2));
});
