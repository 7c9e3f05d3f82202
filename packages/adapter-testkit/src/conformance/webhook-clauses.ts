import assert from 'node:assert/strict';
import type { WebhookRequest, WebhookVerdict } from '@regulars/adapter-contracts';
import { toInstant, type Instant } from '@regulars/core/shared';
import { clause, type Clause } from './clause.ts';
import { verified, type WebhookHarness, type WebhookReceiver } from './webhook-harness.ts';

/** What holds for everything that takes webhooks: platforms, and mail accounts with receipts. */
export function webhookClauses<Event, Config>(
  receiver: WebhookReceiver<Event, Config>,
  harness: WebhookHarness,
  config: Config,
): readonly Clause[] {
  return [...verifyClauses(receiver, harness), ...parseClauses(receiver, harness, config)];
}

function verifyClauses<Event, Config>(
  receiver: WebhookReceiver<Event, Config>,
  harness: WebhookHarness,
): readonly Clause[] {
  const [current, previous] = harness.secrets;
  const [sample, otherSample] = harness.samples;
  const signed = (secret = current, of = sample, at = harness.now): WebhookRequest => harness.sign(of, secret, at);
  const verify = (
    request: WebhookRequest,
    secrets: readonly string[] = [current],
    now: Instant = harness.now,
  ): WebhookVerdict => receiver.verifyWebhook(request, { secrets }, now);
  const refuses = (verdict: WebhookVerdict, code?: string): void => {
    assert.equal(verdict.kind, 'refused');
    if (code !== undefined && verdict.kind === 'refused') assert.equal(verdict.code, code);
  };

  const always = [
    clause('webhook.genuine_verified', 'A genuine webhook verifies, and keeps its bytes.', () => {
      for (const each of harness.samples) {
        const request = signed(current, each);
        const verdict = verify(request);
        assert.equal(verdict.kind, 'verified');
        if (verdict.kind === 'verified')
          assert.ok(Buffer.from(verdict.webhook.body).equals(request.body), 'The body changed.');
      }
    }),
    clause(
      'webhook.previous_secret_verified',
      'A webhook signed with the previous secret verifies while that one is valid.',
      () => {
        assert.equal(verify(signed(previous), [current, previous]).kind, 'verified');
        assert.equal(verify(signed(current), [current, previous]).kind, 'verified');
      },
    ),
    clause('webhook.wrong_secret_refused', 'A webhook signed with another secret is refused.', () => {
      refuses(verify(signed(previous)), 'webhook.signature_invalid');
      refuses(verify(signed(), []));
    }),
    clause('webhook.empty_secret_refused', 'An empty secret verifies nothing: anybody could sign with it.', () => {
      refuses(verify(signed(), ['']));
      const forged = trySign(() => signed(''));
      if (forged !== null) refuses(verify(forged, ['']));
    }),
    clause('webhook.unsigned_refused', 'A webhook without signature is refused.', () => {
      const { body } = signed();
      refuses(
        verify({ headers: {}, body: harness.signatureCovers === 'body' ? body : Buffer.from('{}') }),
        'webhook.signature_missing',
      );
    }),
    clause('webhook.any_headers_answered', 'Whatever the headers hold, verifying answers and does not throw.', () => {
      const { headers, body } = signed();
      for (const name of Object.keys(headers)) {
        for (const value of ['', '%', 'v1,', 'AAAA', 'ä'.repeat(100), undefined]) {
          const { kind } = verify({ headers: { ...headers, [name]: value }, body });
          assert.ok(['verified', 'ping', 'refused'].includes(kind));
        }
      }
    }),
    clause('webhook.redelivery_same_key', 'The same delivery again has the same dedupe key.', () => {
      assert.equal(verified(receiver, harness, sample).dedupeKey, verified(receiver, harness, sample).dedupeKey);
    }),
    clause('webhook.other_delivery_other_key', 'Another delivery has another dedupe key.', () => {
      assert.notEqual(
        verified(receiver, harness, sample).dedupeKey,
        verified(receiver, harness, otherSample).dedupeKey,
      );
    }),
  ];
  const bodyClauses = [
    clause(
      'webhook.changed_body_refused',
      'A webhook of which one byte was changed, added or taken away is refused.',
      () => {
        const { headers, body } = signed();
        for (const at of [0, body.length >> 1, body.length - 1]) {
          const changed = Buffer.from(body);
          changed.writeUInt8(changed.readUInt8(at) ^ 1, at);
          refuses(verify({ headers, body: changed }));
        }
        refuses(verify({ headers, body: Buffer.concat([body, Buffer.from(' ')]) }));
        refuses(verify({ headers, body: body.subarray(0, -1) }));
      },
    ),
  ];
  const { toleranceMs } = harness;
  const timeClauses =
    toleranceMs === null
      ? []
      : [
          clause(
            'webhook.stale_refused',
            'A webhook signed too long ago, or too far ahead, is refused for that.',
            () => {
              for (const offsetMs of [-toleranceMs - 1000, toleranceMs + 1000]) {
                const now = toInstant(harness.now + offsetMs);
                refuses(verify(signed(), [current], now), 'webhook.timestamp_out_of_tolerance');
              }
            },
          ),
          clause('webhook.fresh_verified', 'Clocks may differ within the tolerance, both ways.', () => {
            for (const offsetMs of [-toleranceMs + 1000, toleranceMs - 1000]) {
              assert.equal(verify(signed(), [current], toInstant(harness.now + offsetMs)).kind, 'verified');
            }
          }),
        ];
  return [...always, ...(harness.signatureCovers === 'body' ? bodyClauses : []), ...timeClauses];
}

/** Some schemes cannot even sign with an empty secret, which is as good. */
function trySign(sign: () => WebhookRequest): WebhookRequest | null {
  try {
    return sign();
  } catch {
    return null;
  }
}

function parseClauses<Event, Config>(
  receiver: WebhookReceiver<Event, Config>,
  harness: WebhookHarness,
  config: Config,
): readonly Clause[] {
  const parse = (body: Uint8Array, of = harness.samples[0]) =>
    receiver.parseWebhook({ ...verified(receiver, harness, of), body }, config);
  return [
    clause('webhook.genuine_parsed', 'A genuine webhook is understood.', () => {
      for (const sample of harness.samples) {
        const parsed = receiver.parseWebhook(verified(receiver, harness, sample), config);
        assert.ok(parsed.ok, parsed.ok ? '' : `${sample.topic}: ${parsed.failure.code} ${parsed.failure.path}`);
        assert.ok(parsed.value.length > 0, 'A delivery that is of no use gives one event that says so.');
      }
    }),
    clause(
      'webhook.parsing_pure',
      'The same delivery is read the same way each time, and is not changed by it.',
      () => {
        for (const sample of harness.samples) {
          const webhook = verified(receiver, harness, sample);
          const before = Buffer.from(webhook.body);
          assert.deepEqual(receiver.parseWebhook(webhook, config), receiver.parseWebhook(webhook, config));
          assert.ok(before.equals(webhook.body), 'Parsing changed the body.');
        }
      },
    ),
    clause(
      'webhook.truncated_rejected',
      'A body that was cut off is rejected with a code and a path, and nothing is thrown.',
      () => {
        for (const sample of harness.samples) {
          const bytes = Buffer.from(verified(receiver, harness, sample).body);
          for (const length of [0, 1, bytes.length >> 1, bytes.length - 1]) {
            const parsed = parse(bytes.subarray(0, length), sample);
            assert.ok(!parsed.ok, `${length} of ${bytes.length} bytes were understood.`);
            assert.match(
              parsed.failure.code,
              /^[a-z_]+(\.[a-z_]+)+$/,
              'A code is two or more words with dots between.',
            );
            assert.match(parsed.failure.path, /^(\/.*)?$/, 'A path is a JSON pointer.');
            assert.ok(parsed.failure.message.length > 0);
          }
        }
      },
    ),
    clause(
      'webhook.nonsense_rejected',
      'A body that is another thing altogether is rejected, and nothing is thrown.',
      () => {
        for (const nonsense of ['null', '[]', '42', '"x"', '<html></html>', '{', '\u0000', '{"a":1}']) {
          // An object of unknown shape may also be of a kind that is ignored; only what is no object must be rejected.
          const parsed = parse(Buffer.from(nonsense));
          assert.ok(!parsed.ok || nonsense === '{"a":1}', `${nonsense} was understood.`);
        }
      },
    ),
    clause(
      'webhook.prototype_untouched',
      'A body with __proto__ and constructor in it changes nothing but itself.',
      () => {
        for (const sample of harness.samples) {
          const body = Buffer.from(verified(receiver, harness, sample).body).toString('utf8');
          parse(
            Buffer.from(
              body.replaceAll('{"', '{"__proto__":{"polluted":true},"constructor":{"prototype":{"polluted":true}},"'),
            ),
            sample,
          );
          assert.ok(!('polluted' in {}), 'Object.prototype was changed.');
        }
      },
    ),
  ];
}
