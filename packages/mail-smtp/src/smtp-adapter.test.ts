import { generateKeyPairSync } from 'node:crypto';
import { createServer, type AddressInfo } from 'node:net';
import { once } from 'node:events';
import { dkimVerify } from 'mailauth/lib/dkim/verify.js';
import PostalMime from 'postal-mime';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { startSmtpSink, type SmtpSink } from '@regulars/adapter-testkit';
import { ForbiddenAddressError, type MailConnection } from '@regulars/adapter-contracts';
import { exampleMessage } from '../test/example-message.ts';
import { smtp } from './smtp-adapter.ts';

let sink: SmtpSink;
let connection: MailConnection;
const connect = (settings: object = {}, timeoutMs = 5_000): MailConnection =>
  smtp.connect(smtp.configSchema.parse({ host: sink.host, port: sink.port, requireTls: false, ...settings }), {
    timeoutMs,
    allowPrivateNetwork: true,
  });
beforeEach(async () => {
  sink = await startSmtpSink();
  connection = connect();
});
afterEach(async () => {
  await connection.close();
  await sink.close();
});

describe('a message by SMTP', () => {
  it('arrives as it was written, to one recipient, under our Message-ID', async () => {
    await expect(connection.send(exampleMessage)).resolves.toEqual({ status: 'accepted', providerReference: '1' });
    const [sunk] = sink.messages;
    expect(sunk).toMatchObject({ envelopeFrom: 'anna@shop.test', envelopeTo: ['jurgen@buyer.test'] });
    const mail = await PostalMime.parse(sunk?.raw ?? '');
    expect(mail).toMatchObject({
      messageId: `<${exampleMessage.messageId}>`,
      subject: 'Grüße: your order',
      from: { name: 'Anna from Shop', address: 'anna@shop.test' },
      to: [{ name: 'Jürgen Müller', address: 'jurgen@buyer.test' }],
      replyTo: [{ address: 'help@shop.test' }],
      date: '2026-11-22T10:00:00.000Z',
    });
    expect([mail.text?.trim(), mail.html?.trim()]).toEqual([exampleMessage.text, exampleMessage.html]);
  });

  it('carries each unsubscribe header exactly once (RFC 8058)', async () => {
    await connection.send(exampleMessage);
    const names = (await PostalMime.parse(sink.messages[0]?.raw ?? '')).headers.map(({ key }) => key);
    expect(names.filter((name) => name.startsWith('list-unsubscribe'))).toEqual([
      'list-unsubscribe',
      'list-unsubscribe-post',
    ]);
    expect(sink.messages[0]?.raw).toContain('List-Unsubscribe: <https://mail.shop.test/u/0123456789abcdef>');
  });

  it('is the same bytes on every attempt', async () => {
    await connection.send(exampleMessage);
    await connection.send(exampleMessage);
    const [first, second] = sink.messages.map(({ raw }) => raw.replace(/^Received:.*\r\n/m, ''));
    expect(second).toBe(first);
  });

  it('has a DKIM signature that holds and covers both unsubscribe headers', async () => {
    const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
    const signing = connect({
      dkim: { domain: 'shop.test', selector: 'r1', privateKey: privateKey.export({ type: 'pkcs8', format: 'pem' }) },
    });
    await signing.send(exampleMessage);
    await signing.close();
    const record = `v=DKIM1; k=rsa; p=${publicKey.export({ type: 'spki', format: 'der' }).toString('base64')}`;
    const verdict = await dkimVerify(sink.messages[0]?.raw ?? '', {
      resolver: async (name: string) => (name === 'r1._domainkey.shop.test' ? [[record]] : []),
    });
    const [signature] = verdict.results;
    expect(signature).toMatchObject({ status: { result: 'pass' }, signingDomain: 'shop.test' });
    const signed = signature?.signingHeaders?.keys.toLowerCase() ?? '';
    for (const name of ['list-unsubscribe', 'list-unsubscribe-post', 'from', 'subject', 'message-id']) {
      expect(signed.split(/[:,]\s*/)).toContain(name);
    }
  });
});

describe('a failure by SMTP', () => {
  it('before the message was handed over changed nothing, so it may be tried again', async () => {
    sink.dropAtRcpt();
    await expect(connection.send(exampleMessage)).rejects.toMatchObject({ kind: 'unavailable', outcome: 'notDone' });
    await expect(connection.send(exampleMessage)).resolves.toMatchObject({ status: 'accepted' });
    expect(sink.count).toBe(1);
  });

  it('after the final dot is unknown, for the server took the message', async () => {
    sink.dropAfterFinalDot();
    await expect(connection.send(exampleMessage)).rejects.toMatchObject({ kind: 'unavailable', outcome: 'unknown' });
    expect(sink.count).toBe(1);
  });

  it('of an answer at the final dot is a refusal, not an unknown', async () => {
    sink.answer({ stage: 'DATA', code: 451, text: '4.3.0 later' });
    await expect(connection.send(exampleMessage)).rejects.toMatchObject({ kind: 'unavailable', outcome: 'notDone' });
    sink.answer({ stage: 'DATA', code: 554, text: '5.6.0 malformed' });
    await expect(connection.send(exampleMessage)).resolves.toMatchObject({
      status: 'rejected',
      reason: 'message_refused',
    });
  });

  it('of silence after the message is unknown; of silence before it is not', async () => {
    for (const [silentAt, outcome] of [
      ['message', 'unknown'],
      ['RCPT', 'notDone'],
    ] as const) {
      const server = await startSilentServer(silentAt);
      const slow = connect({ port: server.port }, 300);
      await expect(slow.send(exampleMessage)).rejects.toMatchObject({ outcome });
      await slow.close();
      server.close();
    }
  });

  it('to connect, to trust or to log in is the connection, never the recipient', async () => {
    const closed = connect({ port: 1 });
    await expect(closed.send(exampleMessage)).rejects.toMatchObject({ kind: 'unavailable', outcome: 'notDone' });
    const strict = connect({ requireTls: true });
    await expect(strict.send(exampleMessage)).rejects.toMatchObject({ kind: 'misconfigured', outcome: 'notDone' });
    await expect(strict.checkAccess()).rejects.toMatchObject({ kind: 'misconfigured' });
    const locked = await startSmtpSink({ login: { user: 'shop', password: 'right' } });
    const wrong = connect({ port: locked.port, user: 'shop', password: 'wrong' });
    await expect(wrong.send(exampleMessage)).rejects.toMatchObject({ kind: 'unauthenticated', outcome: 'notDone' });
    await Promise.all([closed.close(), strict.close(), wrong.close(), locked.close()]);
  });

  it('names neither the address nor the password nor what the server said', async () => {
    sink.answer({ stage: 'RCPT', code: 450, text: '4.2.0 jurgen@buyer.test is busy' });
    const error: unknown = await connection.send(exampleMessage).catch((each: unknown) => each);
    expect(JSON.stringify([String(error), error])).not.toMatch(/jurgen|busy/);
  });

  it('reaches the server by the socket of its host alone, and names the setting when that is refused', async () => {
    const guarded = smtp.connect(smtp.configSchema.parse({ host: sink.host, port: sink.port, requireTls: false }), {
      timeoutMs: 2_000,
      allowPrivateNetwork: false,
      openSocket: () => Promise.reject(new ForbiddenAddressError('leads into a private network.')),
    });
    const refusal = { kind: 'misconfigured', outcome: 'notDone', message: 'host leads into a private network.' };
    await expect(guarded.send(exampleMessage)).rejects.toMatchObject(refusal);
    await expect(guarded.checkAccess()).rejects.toMatchObject(refusal);
    await guarded.close();
    expect(sink.count).toBe(0);
  });
});

/** Speaks just enough SMTP to fall silent where told. */
async function startSilentServer(silentAt: 'RCPT' | 'message'): Promise<{ readonly port: number; close(): void }> {
  const server = createServer((socket) => {
    socket.on('error', () => undefined);
    socket.write('220 silent\r\n');
    socket.on('data', (chunk) => {
      const said = chunk.toString();
      if (said.startsWith('EHLO')) socket.write('250 silent\r\n');
      else if (said.startsWith('MAIL')) socket.write('250 ok\r\n');
      else if (said.startsWith('RCPT') && silentAt !== 'RCPT') socket.write('250 ok\r\n');
      else if (said.startsWith('DATA')) socket.write('354 go\r\n');
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return { port: (server.address() as AddressInfo).port, close: () => void server.close() };
}
