import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { startFakeMailgun, type FakeMailgun } from '@regulars/adapter-testkit';
import type { MailConnection } from '@regulars/adapter-contracts';
import { exampleMessage } from '../test/example-message.ts';
import { mailgun } from './mailgun-adapter.ts';

let fake: FakeMailgun;
let connection: MailConnection;
const connect = (settings: object = {}, timeoutMs = 5_000): MailConnection =>
  mailgun.connect(
    mailgun.configSchema.parse({ apiKey: fake.apiKey, domain: fake.domain, baseUrl: fake.url, ...settings }),
    {
      timeoutMs,
      allowPrivateNetwork: true,
    },
  );
const query = {
  messageId: exampleMessage.messageId,
  effectId: exampleMessage.effectId,
  recipient: 'jurgen@buyer.test',
  sentAt: exampleMessage.sentAt,
};
beforeEach(async () => {
  fake = await startFakeMailgun();
  connection = connect();
});
afterEach(() => fake.close());

describe('a message by Mailgun', () => {
  it('arrives under our Message-ID, with our effect, our headers, and untracked', async () => {
    await expect(connection.send(exampleMessage)).resolves.toEqual({
      status: 'accepted',
      providerReference: exampleMessage.messageId,
    });
    expect(fake.messages).toMatchObject([
      {
        messageId: exampleMessage.messageId,
        to: ['"Jürgen Müller" <jurgen@buyer.test>'],
        from: '"Anna \\"from\\" Shop" <anna@shop.test>',
        subject: exampleMessage.subject,
        html: exampleMessage.html,
        text: exampleMessage.text,
        variables: { effect_id: exampleMessage.effectId },
        options: { tracking: 'no' },
        tags: ['thank-you'],
        headers: {
          'list-unsubscribe': '<https://mail.shop.test/u/0123456789abcdef>',
          'list-unsubscribe-post': 'List-Unsubscribe=One-Click',
          'reply-to': 'help@shop.test',
        },
      },
    ]);
  });

  it('whose answer was lost is unknown, and is found', async () => {
    await expect(connection.findMessage(query)).resolves.toBe('absent');
    fake.fail({ kind: 'resetAfter' });
    await expect(connection.send(exampleMessage)).rejects.toMatchObject({ kind: 'unavailable', outcome: 'unknown' });
    await expect(connection.findMessage(query)).resolves.toBe('accepted');
    const other = { ...query, messageId: 'other@mg.shop.test', effectId: 'another-effect' };
    await expect(connection.findMessage(other)).resolves.toBe('absent');
  });

  it.each([
    ['a server error after the work', { kind: 'answerAfter', status: 500, body: '{"message":"oops"}' }],
    ['a gateway that answers instead', { kind: 'answerInstead', status: 502, body: '<html>Bad gateway</html>' }],
    ['a success without an id', { kind: 'answerAfter', status: 200, body: '{"message":"Queued. Thank you."}' }],
    ['a success that is no JSON', { kind: 'answerAfter', status: 200, body: 'OK' }],
    ['a reset before an answer', { kind: 'resetInstead' }],
  ] as const)('is unknown after %s', async (_case, fault) => {
    fake.fail(fault);
    await expect(connection.send(exampleMessage)).rejects.toMatchObject({ kind: 'unavailable', outcome: 'unknown' });
  });

  it('is unknown after a timeout, though the client calls it a bad request', async () => {
    fake.fail({ kind: 'delayAfter', delayMs: 5_000 });
    await expect(connect({}, 200).send(exampleMessage)).rejects.toMatchObject({
      kind: 'unavailable',
      outcome: 'unknown',
    });
    expect(fake.messages).toHaveLength(1);
  });

  it('that could not leave was certainly not sent', async () => {
    const gone = await startFakeMailgun();
    await gone.close();
    const offline = connect({ baseUrl: gone.url });
    await expect(offline.send(exampleMessage)).rejects.toMatchObject({ kind: 'unavailable', outcome: 'notDone' });
  });

  it.each([
    [301, '', { kind: 'misconfigured' }],
    [401, 'Forbidden', { kind: 'unauthenticated' }],
    [402, '{"message":"Payment required"}', { kind: 'forbidden' }],
    [403, '{"message":"Forbidden"}', { kind: 'forbidden' }],
    [404, '{"message":"Domain not found: mg.shop.test"}', { kind: 'misconfigured' }],
    [
      400,
      '{"message":"Domain mg.shop.test is not allowed to send: The domain is unverified"}',
      { kind: 'misconfigured' },
    ],
    [
      400,
      '{"message":"Domain x is not allowed to send: recipient limit exceeded, 100 messages per hour"}',
      { kind: 'rateLimited' },
    ],
    [
      429,
      '{"message":"Domain x is not allowed to send: account-requests-per-sec limit exceeded, try again after 120 seconds"}',
      { kind: 'rateLimited', retryAfterMs: 120_000 },
    ],
  ])('is not done after %i %s', async (status, body, expected) => {
    fake.fail({ kind: 'answerInstead', status, body });
    await expect(connection.send(exampleMessage)).rejects.toMatchObject({ outcome: 'notDone', ...expected });
  });

  it.each([
    [400, '{"message":"to parameter is not a valid address. please check documentation"}', 'recipient_invalid'],
    [400, '{"message":"The total size of o:, h:, v: and t: parameters exceeds 16KB"}', 'message_refused'],
    [413, '{"message":"Request Entity Too Large"}', 'too_large'],
  ])('is refused for good after %i %s', async (status, body, reason) => {
    fake.fail({ kind: 'answerInstead', status, body });
    await expect(connection.send(exampleMessage)).resolves.toMatchObject({ status: 'rejected', reason });
  });

  it('fails without telling the key, the address, or what Mailgun said', async () => {
    fake.fail({ kind: 'answerInstead', status: 429, body: '{"message":"jurgen@buyer.test is too busy"}' });
    const error: unknown = await connection.send(exampleMessage).catch((each: unknown) => each);
    expect(JSON.stringify([String(error), error])).not.toMatch(/jurgen|busy|key-/);
  });
});

describe('a Mailgun account', () => {
  it('is checked by reading its domain', async () => {
    await expect(connection.checkAccess()).resolves.toBeUndefined();
    await expect(connect({ apiKey: 'wrong' }).checkAccess()).rejects.toMatchObject({
      kind: 'unauthenticated',
      outcome: 'notDone',
    });
    await expect(connect({ domain: 'other.test' }).checkAccess()).rejects.toMatchObject({ kind: 'misconfigured' });
  });

  it('at another address than Mailgun’s must be allowed by the operator', async () => {
    const config = mailgun.configSchema.parse({ apiKey: 'key', domain: 'mg.shop.test', baseUrl: fake.url });
    const guarded = mailgun.connect(config, { timeoutMs: 1_000, allowPrivateNetwork: false });
    await expect(guarded.send(exampleMessage)).rejects.toMatchObject({ kind: 'misconfigured', outcome: 'notDone' });
    expect(fake.requests).toEqual([]);
  });
});
