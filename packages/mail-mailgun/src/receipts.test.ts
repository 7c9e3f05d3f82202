import { describe, expect, it } from 'vitest';
import { toReceiptBody } from '@regulars/adapter-testkit';
import type { VerifiedWebhook, WebhookVerdict } from '@regulars/adapter-contracts';
import { hourMs, plus, toInstant } from '@regulars/core/shared';
import { exampleEvents } from '../test/example-events.ts';
import { mailgun } from './mailgun-adapter.ts';
import { parseWebhook } from './parse-webhook.ts';
import { verifyWebhook } from './verify-webhook.ts';

const signingKey = 'signing-key-0123456789abcdef';
const signedAt = toInstant(1_795_300_000_000);
const token = 'a'.repeat(50);
const toBytes = (text: string) => new TextEncoder().encode(text);
const signed = (event: object = exampleEvents.delivered) =>
  toBytes(toReceiptBody(event as typeof exampleEvents.delivered, { signingKey, token, timestampS: signedAt / 1_000 }));
const verify = (body: Uint8Array, now = signedAt, secrets = [signingKey]) =>
  verifyWebhook({ headers: {}, body }, { secrets }, now);
const refused = (code: string): WebhookVerdict => ({ kind: 'refused', code }) as WebhookVerdict;

describe("a webhook's signature", () => {
  it('of Mailgun is recognised, under the current and the previous key', () => {
    expect(verify(signed())).toMatchObject({
      kind: 'verified',
      webhook: { topic: 'delivered', dedupeKey: 'id-of-delivered' },
    });
    expect(verify(signed(), signedAt, ['new-key', signingKey]).kind).toBe('verified');
  });

  it('is the same as the one Mailgun documents', () => {
    // An own vector: hex(HMAC-SHA256('test-webhook-signing-key-0123456789abcdef', '1795300008' + token)).
    const body = {
      signature: {
        timestamp: '1795300008',
        token: 'aba6048e936c285afbc82716752184ccfe1d2b8979a76e989b',
        signature: '93686d2319f28859eba150eee07e5c43fde5c2be9c522052f883db58326ce6f6',
      },
      'event-data': exampleEvents.delivered,
    };
    expect(verify(toBytes(JSON.stringify(body)), signedAt, ['test-webhook-signing-key-0123456789abcdef']).kind).toBe(
      'verified',
    );
  });

  it.each([
    ['with another key', verify(signed(), signedAt, ['other-key']), 'webhook.signature_invalid'],
    ['without any key', verify(signed(), signedAt, []), 'webhook.signature_invalid'],
    ['that is missing', verify(toBytes('{"event-data":{}}')), 'webhook.signature_missing'],
    ['in a body that is no JSON', verify(toBytes('<html>')), 'webhook.signature_missing'],
    [
      'older than twelve hours',
      verify(signed(), plus(signedAt, 12 * hourMs + 1)),
      'webhook.timestamp_out_of_tolerance',
    ],
    ['from the future', verify(signed(), plus(signedAt, -13 * hourMs)), 'webhook.timestamp_out_of_tolerance'],
  ])('%s is refused', (_case, verdict, code) => {
    expect(verdict).toEqual(refused(code));
  });

  it('holds for a repetition eight hours later', () => {
    expect(verify(signed(), plus(signedAt, 8 * hourMs)).kind).toBe('verified');
  });

  it('over an event without an id is told apart by its token', () => {
    expect(verify(signed({ event: 'delivered', id: '' }))).toMatchObject({ webhook: { dedupeKey: token } });
  });
});

const config = mailgun.configSchema.parse({ apiKey: 'key', domain: 'mg.shop.test' });
const parse = (event: object) => {
  const webhook: VerifiedWebhook = { topic: '', dedupeKey: '', headers: {}, body: signed(event) };
  return parseWebhook(webhook, config);
};

describe('an event', () => {
  it.each([
    ['delivered', { kind: 'delivered', isPermanent: false, isMachine: false }],
    ['complained', { kind: 'complained' }],
    ['unsubscribed', { kind: 'unsubscribed' }],
    ['rejected', { kind: 'rejected', recipient: 'ada@buyer.test' }],
    ['temporary', { kind: 'deferred', isPermanent: false, bounceKind: 'rateLimited', detailCode: '4.7.652' }],
    ['noSuchUser', { kind: 'bounced', isPermanent: true, bounceKind: 'noSuchMailbox', detailCode: '5.1.1' }],
    ['bareBounce', { kind: 'bounced', isPermanent: true, bounceKind: 'noSuchMailbox', detailCode: null }],
    ['wordlessBounce', { kind: 'bounced', isPermanent: false, bounceKind: 'unknown', detailCode: null }],
    ['finallyBusy', { kind: 'expired', isPermanent: false, bounceKind: 'greylisted', detailCode: '4.2.0' }],
    ['policy', { kind: 'bounced', isPermanent: false, bounceKind: 'spam', detailCode: '5.7.1' }],
    ['policyInWords', { kind: 'bounced', isPermanent: false, detailCode: '5.7.26' }],
    ['gaveUp', { kind: 'expired', isPermanent: false }],
    ['blocked', { kind: 'bounced', isPermanent: false }],
    ['knownBounce', { kind: 'bounced', isPermanent: true }],
    ['knownComplaint', { kind: 'complained', isPermanent: false }],
    ['knownUnsubscribe', { kind: 'unsubscribed' }],
    ['openedByPerson', { kind: 'opened', isMachine: false }],
    ['openedByBot', { kind: 'opened', isMachine: true }],
    ['openedByApple', { kind: 'opened', isMachine: true }],
    ['openedByProxy', { kind: 'opened', isMachine: true }],
    ['clickedByPerson', { kind: 'clicked', isMachine: false, url: 'https://shop.test/' }],
    ['clickedByRobot', { kind: 'clicked', isMachine: true }],
  ] as const)('%s is read in the words of the field', (name, expected) => {
    expect(parse(exampleEvents[name])).toMatchObject({ ok: true, value: [expected] });
  });

  it('is bound to the message by our Message-ID and our effect', () => {
    expect(parse(exampleEvents.delivered)).toMatchObject({
      value: [
        {
          externalId: 'id-of-delivered',
          messageId: 'effect-1@mg.shop.test',
          effectId: 'effect-1',
          at: 1_795_300_000_642,
        },
      ],
    });
  });

  it('that tells nothing new is understood and of no use', () => {
    expect(parse(exampleEvents.accepted)).toEqual({ ok: true, value: [] });
    expect(parse(exampleEvents.stored)).toEqual({ ok: true, value: [] });
  });

  it('without its essentials is rejected with the place where they are missing', () => {
    expect(parse({ ...exampleEvents.delivered, timestamp: 'yesterday' })).toMatchObject({
      ok: false,
      failure: { code: 'webhook.body_invalid', path: '/event-data/timestamp' },
    });
  });
});
