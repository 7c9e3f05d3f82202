import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { startFakeMailgun, type FakeMailgun } from '@regulars/adapter-testkit';
import type { MailBatches, MailConnection } from '@regulars/adapter-contracts';
import { exampleMessage } from '../../test/example-message.ts';
import { mailgun } from '../mailgun-adapter.ts';

let fake: FakeMailgun;
let connection: MailConnection;
let batches: MailBatches;
beforeEach(async () => {
  fake = await startFakeMailgun();
  connection = mailgun.connect(
    mailgun.configSchema.parse({ apiKey: fake.apiKey, domain: fake.domain, baseUrl: fake.url }),
    { timeoutMs: 5_000, allowPrivateNetwork: true },
  );
  if (connection.batches === undefined) throw new Error('Mailgun takes batches.');
  batches = connection.batches;
});
afterEach(() => fake.close());

const letters = ['Ada', 'Grace'].map((name, index) => ({
  ...exampleMessage,
  effectId: `0190d3a0-0000-7000-8000-00000000010${index}`,
  messageId: `0190d3a0-0000-7000-8000-00000000010${index}@mg.shop.test`,
  to: { name, address: `${name.toLowerCase()}@buyer.test` },
  subject: `Thank you, ${name}`,
  html: `<p>Dear ${name}, 100% yours.</p>`,
  headers: { 'List-Unsubscribe': `<https://mail.shop.test/u/${name}>` },
}));

describe('a batch by Mailgun', () => {
  it('is one call, and each recipient gets their own letter, headers and effect', async () => {
    await expect(batches.send(letters)).resolves.toMatchObject({ status: 'accepted' });
    expect(fake.requests).toHaveLength(1);
    expect(fake.messages).toMatchObject(
      letters.map(({ to, subject, html, headers, effectId }) => ({
        to: [`"${to.name}" <${to.address}>`],
        subject,
        html,
        headers: { 'list-unsubscribe': headers['List-Unsubscribe'], 'reply-to': 'help@shop.test' },
        variables: { effect_id: effectId },
      })),
    );
  });

  it('goes under one Message-ID, the same whenever the same letters go together', async () => {
    await batches.send(letters);
    await batches.send(letters);
    const ids = fake.messages.map(({ messageId }) => messageId);
    expect(new Set(ids).size).toBe(1);
    expect(ids[0]).toMatch(/^[0-9a-f]{32}\.batch@mg\.shop\.test$/);
  });

  it('whose answer was lost is unknown, and each of its letters is found by its effect', async () => {
    fake.fail({ kind: 'resetAfter' });
    await expect(batches.send(letters)).rejects.toMatchObject({ outcome: 'unknown' });
    for (const { effectId, messageId, to, sentAt } of letters)
      await expect(connection.findMessage({ effectId, messageId, recipient: to.address, sentAt })).resolves.toBe(
        'accepted',
      );
  });

  it('with an address Mailgun does not take is refused as a whole', async () => {
    const [first] = letters;
    if (first === undefined) throw new Error('There are letters.');
    const outcome = await batches.send([first, { ...first, to: { name: null, address: 'nobody' } }]);
    expect([outcome, fake.messages]).toEqual([{ status: 'refused' }, []]);
  });

  it('is let be as one letter is, where Mailgun asks for a pause', async () => {
    fake.fail({ kind: 'answerInstead', status: 429, body: '{"message":"try again after 7 seconds"}' });
    await expect(batches.send(letters)).rejects.toMatchObject({ kind: 'rateLimited', retryAfterMs: 7_000 });
  });
});
