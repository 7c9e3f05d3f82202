import { describe, expect, it } from 'vitest';
import { listRecordings, listRefusals, replay } from '../test/replay-server.ts';
import { exampleMessage } from '../test/example-message.ts';
import { classifyReply } from './classify-reply.ts';
import { smtp } from './smtp-adapter.ts';

const context = { timeoutMs: 5_000, allowPrivateNetwork: true };
const connect = (port: number, login: object = {}) =>
  smtp.connect(smtp.configSchema.parse({ host: '127.0.0.1', port, requireTls: false, ...login }), context);
const rejected = (reason: string, detailCode: string | null) => ({ status: 'rejected', reason, detailCode });

/** What each recording's answer to the recipient named must come to. */
const outcomes: Readonly<Record<string, readonly (readonly [recipient: string, outcome: object])[]>> = {
  accept: [['kunde@example.test', { status: 'accepted', providerReference: '0C41B312319' }]],
  'accepted-then-bounced': [['gone@example.test', { status: 'accepted', providerReference: '3574B312319' }]],
  'accepted-then-expired': [['busy@example.test', { status: 'accepted', providerReference: '36390312327' }]],
  'bad-address': [
    ['x@', rejected('recipient_invalid', '5.1.3')],
    ['a b@example.test', rejected('recipient_invalid', '5.1.3')],
  ],
  'data-too-big': [['kunde@example.test', rejected('too_large', '5.3.4')]],
  full: [['full@example.test', { kind: 'unavailable', outcome: 'notDone', retryAfterMs: 300_000 }]],
  greylist: [['later@example.test', { kind: 'unavailable', outcome: 'notDone', retryAfterMs: 300_000 }]],
  'mixed-recipients': [
    ['nobody@example.test', rejected('recipient_invalid', '5.1.1')],
    ['later@example.test', { kind: 'unavailable', outcome: 'notDone', retryAfterMs: 300_000 }],
    ['kunde@example.test', { status: 'accepted', providerReference: '2951A312319' }],
  ],
  spam: [['spam@example.test', rejected('policy', '5.7.1')]],
  'submission-no-tls': [['kunde@example.test', { kind: 'misconfigured', outcome: 'notDone' }]],
  'submission-tls-auth': [['kunde@example.test', { status: 'accepted', providerReference: '72AB7312319' }]],
  'submission-tls-no-auth': [['kunde@example.test', { kind: 'misconfigured', outcome: 'notDone' }]],
  'too-big-declared': [['kunde@example.test', rejected('too_large', '5.3.4')]],
  'unknown-user': [['nobody@example.test', rejected('recipient_invalid', '5.1.1')]],
};
/** Recordings of logging in, and one whose address a shop's customers may well have. */
const others = ['auth-ok', 'auth-wrong', 'smtputf8'];

describe("a recorded server's answer", () => {
  it.each(Object.entries(outcomes).flatMap(([name, cases]) => cases.map((each) => [name, ...each] as const)))(
    '%s to %s means what it meant',
    async (name, recipient, outcome) => {
      const server = await replay(name);
      const connection = connect(server.port);
      const message = { ...exampleMessage, to: { name: null, address: recipient } };
      await expect(connection.send(message).catch((error: unknown) => error)).resolves.toMatchObject(outcome);
      await connection.close();
      server.close();
    },
  );

  it('to a good and to a wrong password is told apart', async () => {
    const login = { user: 'bench@example.test', password: 'secret' };
    const [good, bad] = [await replay('auth-ok'), await replay('auth-wrong')];
    await expect(connect(good.port, login).checkAccess()).resolves.toBeUndefined();
    await expect(connect(bad.port, login).checkAccess()).rejects.toMatchObject({
      kind: 'unauthenticated',
      outcome: 'notDone',
    });
    await expect(connect(bad.port, login).send(exampleMessage)).rejects.toMatchObject({
      kind: 'unauthenticated',
      outcome: 'notDone',
    });
    good.close();
    bad.close();
  });

  it('is in the table for every recording there is', () => {
    expect([...Object.keys(outcomes), ...others].sort()).toEqual([...listRecordings()].sort());
  });

  it('of class 5.7 never blames the recipient', () => {
    for (const { command, text } of listRecordings().flatMap(listRefusals)) {
      if (!text.includes(' 5.7.') || command === 'AUTH') continue;
      expect(classify(text, command as 'RCPT TO')).not.toMatchObject({ reason: 'recipient_invalid' });
    }
  });
});

function classify(text: string, command: 'MAIL FROM' | 'RCPT TO' | 'DATA' = 'RCPT TO'): unknown {
  try {
    return classifyReply({ code: Number(text.slice(0, 3)), text, command });
  } catch (error) {
    return error;
  }
}

describe('an answer from elsewhere', () => {
  it.each([
    ['550 No such user here', rejected('recipient_invalid', null)],
    ['550 5.1.10 Recipient not found (null MX)', rejected('recipient_invalid', '5.1.10')],
    ['550 5.2.1 The email account that you tried to reach is disabled', rejected('recipient_invalid', '5.2.1')],
    ['552 5.2.2 Mailbox over quota', rejected('message_refused', '5.2.2')],
    ['550 5.7.1 Our system has detected that this message is likely unsolicited mail', rejected('policy', '5.7.1')],
    ['550 5.4.1 Recipient address rejected', rejected('message_refused', '5.4.1')],
    ['550 Blocked by our policy', rejected('policy', null)],
    ['554 5.7.1 <ada@buyer.test>: Recipient address rejected: User unknown', rejected('policy', '5.7.1')],
    ['552 5.1.1 Recipient overquota', rejected('message_refused', '5.1.1')],
    ['550 Computer says no', rejected('message_refused', null)],
    [
      '550 5.7.515 Access denied, sending domain does not meet the required authentication level',
      { kind: 'misconfigured' },
    ],
    ['550 5.7.26 Unauthenticated email is not accepted due to domain policy', { kind: 'misconfigured' }],
    ['554 Relay access denied', { kind: 'misconfigured' }],
    ['421 4.7.0 Too many connections', { kind: 'rateLimited', outcome: 'notDone' }],
    ['451 4.7.1 Please try again later', { kind: 'unavailable', outcome: 'notDone' }],
    ['450 4.2.1 The user is receiving mail too quickly', { kind: 'rateLimited', outcome: 'notDone' }],
    ['550 4.1.1 User unknown', { kind: 'unavailable', outcome: 'notDone' }],
  ])('%s', (text, outcome) => {
    expect(classify(text)).toMatchObject(outcome);
  });
});
