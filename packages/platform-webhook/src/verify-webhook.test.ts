import { readFileSync } from 'node:fs';
import type { WebhookRequest } from '@regulars/adapter-contracts';
import { plus, toInstant } from '@regulars/core/shared';
import fc from 'fast-check';
import { Webhook } from 'standardwebhooks';
import { describe, expect, test } from 'vitest';
import { toSignedHeaders } from './signature.ts';
import { verifyWebhook } from './verify-webhook.ts';

const secret = 'whsec_MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3ODlhYmNkZWY=';
const other = 'whsec_ZmVkY2JhOTg3NjU0MzIxMGZlZGNiYTk4NzY1NDMyMTA=';
const sentAt = toInstant(1_795_300_000_000);
const event = '{"spec":"1","id":"evt_1","type":"ping","data":{}}';

function sign(body = event, withSecret = secret, id = 'msg_1'): WebhookRequest {
  return { headers: toSignedHeaders(withSecret, id, sentAt / 1000, body), body: Buffer.from(body) };
}

interface Vector {
  readonly secret: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly rawBody: string;
  readonly valid: boolean;
}

const vectors = JSON.parse(
  readFileSync(new URL('../test/signature-vectors.json', import.meta.url), 'utf8'),
) as readonly Vector[];

test.for(vectors)('a vector that is marked valid: $valid verifies so', ({ headers, rawBody, secret: own, valid }) => {
  const verdict = verifyWebhook({ headers, body: Buffer.from(rawBody) }, { secrets: [own] }, sentAt);
  expect(verdict.kind === 'verified').toBe(valid);
});

test('a signature agrees with an independent implementation of the scheme', () => {
  const theirs = new Webhook(secret).sign('msg_1', new Date(sentAt), event);
  expect(sign().headers['webhook-signature']).toBe(theirs);
});

test('a signature agrees with published vectors, with a secret in base64 and with a bare one', () => {
  const base64 = toSignedHeaders(
    'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw',
    'msg_p5jXN8AQM9LWM0D4loKWxJek',
    1614265330,
    '{"test": 2432232314}',
  );
  expect(base64['webhook-signature']).toBe('v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=');
  const body =
    '{"scope":"store/order/created","store_id":"1025646","data":{"type":"order","id":250},"hash":"dd70c0976e06b67aaf671e73f49dcb79230ebf9d","created_at":1795300000,"producer":"stores/abc123"}';
  const bare = toSignedHeaders('bcsecret_0123456789abcdef', 'msg_2abc', 1795300000, body);
  expect(bare['webhook-signature']).toBe('v1,kRfGeHQQG9IoNR0zjWalD7dV1bvcU4sM0KRRoaloOwM=');
});

test('a genuine webhook verifies, with its bytes and its topic', () => {
  expect(verifyWebhook(sign(), { secrets: [secret] }, sentAt)).toMatchObject({
    kind: 'verified',
    webhook: { topic: 'ping', body: Buffer.from(event) },
  });
});

test('the previous secret serves while it is valid', () => {
  expect(verifyWebhook(sign(), { secrets: [other, secret] }, sentAt).kind).toBe('verified');
  expect(verifyWebhook(sign(), { secrets: [other] }, sentAt)).toEqual({
    kind: 'refused',
    code: 'webhook.signature_invalid',
  });
});

test('one of several signatures is enough, as during a rotation at the sender', () => {
  const { headers, body } = sign();
  const both = `v1,${'A'.repeat(43)}= v2,x ${headers['webhook-signature']}`;
  expect(
    verifyWebhook({ headers: { ...headers, 'webhook-signature': both }, body }, { secrets: [secret] }, sentAt).kind,
  ).toBe('verified');
});

test.for([
  [-301_000, 'refused'],
  [-300_000, 'verified'],
  [0, 'verified'],
  [300_000, 'verified'],
  [301_000, 'refused'],
] as const)('received %d ms after its timestamp it is %s', ([lateMs, kind]) => {
  const verdict = verifyWebhook(sign(), { secrets: [secret] }, plus(sentAt, lateMs));
  expect(verdict.kind).toBe(kind);
  if (verdict.kind === 'refused') expect(verdict.code).toBe('webhook.timestamp_out_of_tolerance');
});

describe('refused are', () => {
  test.for(['webhook-id', 'webhook-timestamp', 'webhook-signature'])('webhooks without %s', (name) => {
    const { headers, body } = sign();
    expect(verifyWebhook({ headers: { ...headers, [name]: undefined }, body }, { secrets: [secret] }, sentAt)).toEqual({
      kind: 'refused',
      code: 'webhook.signature_missing',
    });
  });

  test('a changed id, timestamp or byte', () => {
    const { headers, body } = sign();
    const changes: readonly WebhookRequest[] = [
      { headers: { ...headers, 'webhook-id': 'msg_2' }, body },
      { headers: { ...headers, 'webhook-timestamp': String(sentAt / 1000 + 1) }, body },
      { headers, body: Buffer.from(`${event} `) },
    ];
    for (const changed of changes)
      expect(verifyWebhook(changed, { secrets: [secret] }, sentAt)).toEqual({
        kind: 'refused',
        code: 'webhook.signature_invalid',
      });
  });

  test('a timestamp that is no number, though signed', () => {
    const headers = toSignedHeaders(secret, 'msg_1', Number.NaN, event);
    expect(verifyWebhook({ headers, body: Buffer.from(event) }, { secrets: [secret] }, sentAt)).toEqual({
      kind: 'refused',
      code: 'webhook.timestamp_out_of_tolerance',
    });
  });

  test.for(['', 'whsec_'])('signatures made with the empty secret %j, even where one is configured', (empty) => {
    expect(verifyWebhook(sign(), { secrets: [empty] }, sentAt).kind).toBe('refused');
    expect(() => toSignedHeaders(empty, 'msg_1', 1, event)).toThrow(RangeError);
  });
});

test('the dedupe key is that of the message: signed anew for a repetition it is the same, for another body another', () => {
  const keys = [
    sign(),
    { headers: toSignedHeaders(secret, 'msg_1', sentAt / 1000 + 60, event), body: Buffer.from(event) },
    sign(`${event} `),
    sign(event, secret, 'msg_2'),
  ].map((request) => {
    const verdict = verifyWebhook(request, { secrets: [secret] }, sentAt);
    return verdict.kind === 'verified' ? verdict.webhook.dedupeKey : verdict.kind;
  });
  expect(keys[1]).toBe(keys[0]);
  expect(new Set(keys).size).toBe(3);
});

test('whatever the headers are, verifying answers and does not throw', () => {
  const header = fc.option(fc.string(), { nil: undefined });
  fc.assert(
    fc.property(header, header, header, fc.uint8Array(), (id, timestamp, signature, body) => {
      const headers = { 'webhook-id': id, 'webhook-timestamp': timestamp, 'webhook-signature': signature };
      expect(verifyWebhook({ headers, body }, { secrets: [secret] }, sentAt).kind).toBe('refused');
    }),
  );
});
