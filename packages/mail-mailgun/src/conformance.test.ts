import { createHash } from 'node:crypto';
import { describe, test } from 'vitest';
import {
  mailClauses,
  startFakeMailgun,
  toReceiptBody,
  type MailHarness,
  type ReceiptDraft,
} from '@regulars/adapter-testkit';
import { hourMs, toInstant } from '@regulars/core/shared';
import { exampleEvents } from '../test/example-events.ts';
import { mailgun } from './mailgun-adapter.ts';
import type { MailgunConfig } from './mailgun-config.ts';

const sampleOf = (event: ReceiptDraft) => ({ topic: event.event, body: JSON.stringify(event) });

const harness: MailHarness<MailgunConfig> = {
  adapter: mailgun,
  config: mailgun.configSchema.parse({ apiKey: 'key-0123456789', domain: 'mg.shop.test' }),
  async startUpstream() {
    const fake = await startFakeMailgun();
    const toConfig = (apiKey: string) => mailgun.configSchema.parse({ apiKey, domain: fake.domain, baseUrl: fake.url });
    const toSend = { method: 'POST', path: /\/messages$/ };
    return {
      config: toConfig(fake.apiKey),
      wrongConfig: toConfig('key-wrong-0123456789'),
      secrets: [fake.apiKey, 'key-wrong-0123456789'],
      listTaken: () => fake.messages.map(({ messageId, to, headers }) => ({ messageId, recipients: to, headers })),
      loseNextAnswer: () => fake.fail({ kind: 'resetAfter' }, toSend),
      refuseNextConnection: () => fake.fail({ kind: 'resetInstead' }, toSend),
      refuseNextRecipient: () =>
        fake.fail(
          {
            kind: 'answerInstead',
            status: 400,
            body: '{"message":"to parameter is not a valid address. please check documentation"}',
          },
          toSend,
        ),
      limitNext: () =>
        fake.fail(
          { kind: 'answerInstead', status: 429, body: '{"message":"limit exceeded, try again after 2 seconds"}' },
          toSend,
        ),
      close: fake.close,
    };
  },
  receipts: {
    secrets: ['signing-key-0123456789abcdef', 'signing-key-fedcba9876543210'],
    now: toInstant(1_795_300_000_000),
    sign: ({ body }, signingKey, at) => {
      const token = createHash('sha256').update(body).digest('hex').slice(0, 50);
      const text = toReceiptBody(JSON.parse(body) as ReceiptDraft, {
        signingKey,
        token,
        timestampS: Math.floor(at / 1_000),
      });
      return { headers: { 'content-type': 'application/json' }, body: Buffer.from(text) };
    },
    signatureCovers: 'envelope',
    toleranceMs: 12 * hourMs,
    samples: [sampleOf(exampleEvents.delivered), sampleOf(exampleEvents.noSuchUser)],
  },
};

describe('Mailgun as a mail adapter', () => {
  for (const { title, run } of mailClauses(harness)) test(title, run);
});
