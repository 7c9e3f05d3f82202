import { mailClauses, startFakeMailgun, toReceiptBody, type MailHarness } from '@regulars/adapter-testkit';
import { toInstant } from '@regulars/core/shared';
import { test } from 'vitest';
import { exampleEvents } from '../test/example-events.ts';
import { mailgun } from './mailgun-adapter.ts';
import type { MailgunConfig } from './mailgun-config.ts';

const post = { method: 'POST', path: /\/messages(\.mime)?$/ };

const harness: MailHarness<MailgunConfig> = {
  adapter: mailgun,
  config: mailgun.configSchema.parse({ apiKey: 'key', domain: 'mg.shop.test' }),
  startUpstream: async () => {
    const fake = await startFakeMailgun();
    const config = mailgun.configSchema.parse({ apiKey: fake.apiKey, domain: fake.domain, baseUrl: fake.url });
    const invalidRecipient = JSON.stringify({
      message: 'to parameter is not a valid address. please check documentation',
    });
    return {
      config,
      wrongConfig: { ...config, apiKey: 'key-wrong-0123456789' },
      secrets: [fake.apiKey, 'key-wrong-0123456789'],
      listTaken: () => fake.messages.map(({ messageId, to, headers }) => ({ messageId, recipients: to, headers })),
      loseNextAnswer: () => fake.fail({ kind: 'resetAfter' }, post),
      refuseNextConnection: () => fake.fail({ kind: 'resetInstead' }, post),
      refuseNextRecipient: () => fake.fail({ kind: 'answerInstead', status: 400, body: invalidRecipient }, post),
      limitNext: () =>
        fake.fail({ kind: 'answerInstead', status: 429, body: '{"message":"try again after 2 seconds"}' }, post),
      close: fake.close,
    };
  },
  receipts: {
    secrets: ['signing-key-current', 'signing-key-previous'],
    now: toInstant(1_795_300_000_000),
    sign: ({ body }, signingKey, at) => ({
      headers: {},
      body: Buffer.from(toReceiptBody(JSON.parse(body), { signingKey, token: 'a'.repeat(50), timestampS: at / 1_000 })),
    }),
    signatureCovers: 'envelope',
    toleranceMs: 12 * 60 * 60 * 1_000,
    samples: [
      { topic: 'delivered', body: JSON.stringify(exampleEvents.delivered) },
      { topic: 'failed', body: JSON.stringify(exampleEvents.complained) },
    ],
  },
};

for (const { id, title, run } of mailClauses(harness)) test(`${title} (${id})`, run);
