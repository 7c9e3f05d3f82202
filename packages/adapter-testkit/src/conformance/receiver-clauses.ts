import assert from 'node:assert/strict';
import type { WebhookRequest } from '@regulars/adapter-contracts';
import { toInstant } from '@regulars/core/shared';
import { clause, type Clause } from './clause.ts';
import type { WebhookReceiver } from './webhook-harness.ts';

const now = toInstant(Date.UTC(2026, 10, 22, 12));
const bodies = [
  '',
  '{}',
  '[]',
  'null',
  '42',
  '{"id":"1","type":"order","timestamp":1795348800}',
  '<html></html>',
  '\u0000',
];
const headerValues = ['', 'AAAA', 'v1,AAAA', 'sha256=00', '%', '1795348800'];
const secretSets = [[], [''], ['a-secret-of-the-kit'], ['a-secret-of-the-kit', 'another-secret-of-the-kit']];

/** What holds for a receiver of webhooks before a genuine delivery is known, and ever after. */
export function receiverClauses<Event, Config>(
  { verifyWebhook, parseWebhook }: WebhookReceiver<Event, Config>,
  config: Config,
): readonly Clause[] {
  return [
    clause('empty.nothing_believed', 'Without a genuine signature nothing verifies, whatever the headers hold.', () => {
      for (const body of bodies) {
        for (const headers of [{}, ...headerValues.map(answerAll)]) {
          for (const secrets of secretSets) {
            const verdict = verifyWebhook({ headers, body: Buffer.from(body) }, { secrets }, now);
            assert.notEqual(
              verdict.kind,
              'verified',
              `With ${secrets.length} secrets ${body || 'nothing'} was believed.`,
            );
          }
        }
      }
    }),
    clause(
      'empty.rejected_clearly',
      'What cannot be used is rejected with a code, a path and words; nothing is thrown.',
      () => {
        for (const body of bodies) {
          for (const topic of ['order', 'order.updated', '']) {
            const parsed = parseWebhook({ topic, headers: {}, body: Buffer.from(body) }, config);
            // An object may be of a kind that is understood and of no use.
            if (parsed.ok) assert.ok(body.startsWith('{'), `${body || 'Nothing'} was understood.`);
            else assertClear(parsed.failure);
          }
        }
      },
    ),
  ];
}

function assertClear({
  code,
  path,
  message,
}: {
  readonly code: string;
  readonly path: string;
  readonly message: string;
}): void {
  assert.match(code, /^[a-z_]+(\.[a-z_]+)+$/, 'A code is two or more words with dots between.');
  assert.match(path, /^(\/.*)?$/, 'A path is a JSON pointer.');
  assert.ok(message.length > 0, 'A rejection says what would be right.');
}

/** Headers in which everything an adapter may look for is there, with this value. */
function answerAll(value: string): WebhookRequest['headers'] {
  return new Proxy({}, { get: () => value, has: () => true });
}
