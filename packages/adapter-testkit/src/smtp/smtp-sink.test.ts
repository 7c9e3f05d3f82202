import { createConnection } from 'node:net';
import { once } from 'node:events';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { startSmtpSink, type SmtpSink } from './smtp-sink.ts';

let sink: SmtpSink;
beforeEach(async () => {
  sink = await startSmtpSink();
});
afterEach(() => sink.close());

/** Speaks the lines one after the other and gathers the last line of each answer; 'closed' where the server hung up. */
async function converse(lines: readonly string[]): Promise<readonly string[]> {
  const socket = createConnection(sink.port, sink.host);
  socket.on('error', () => undefined);
  const closed = once(socket, 'close').then(() => 'closed');
  let pending = '';
  let wake: () => void = () => undefined;
  socket.on('data', (chunk: Buffer) => {
    pending += chunk.toString();
    wake();
  });
  const answer = async (): Promise<string> => {
    for (;;) {
      const end = /^\d{3} .*\r\n/m.exec(pending);
      if (end !== null) {
        pending = '';
        return end[0].trim();
      }
      const next = await Promise.race([closed, new Promise<string>((resolve) => (wake = () => resolve('more')))]);
      if (next === 'closed') return next;
    }
  };
  const answers = [await answer()];
  for (const line of lines) {
    socket.write(`${line}\r\n`);
    answers.push(await answer());
  }
  socket.destroy();
  return answers;
}

const transaction = [
  'EHLO client.test',
  'MAIL FROM:<shop@shop.test>',
  'RCPT TO:<ada@buyer.test>',
  'DATA',
  'Subject: Hi\r\n\r\n..dot\r\n.',
];

test('a message is kept with its envelope, dots unstuffed', async () => {
  expect(await converse(transaction)).toMatchObject({ 5: expect.stringMatching(/^250 /) as string });
  expect(sink.messages).toEqual([
    {
      envelopeFrom: 'shop@shop.test',
      envelopeTo: ['ada@buyer.test'],
      raw: 'Subject: Hi\r\n\r\n.dot\r\n',
      isEncrypted: false,
      user: null,
    },
  ]);
});

test('a recipient is refused with the code asked for, once', async () => {
  sink.answer({ stage: 'RCPT', code: 550, text: '5.1.1 no such user' });
  expect((await converse(transaction.slice(0, 3)))[3]).toMatch(/^550 .*5\.1\.1 no such user$/);
  expect((await converse(transaction))[5]).toMatch(/^250 /);
  expect(sink.count).toBe(1);
});

test('a message is refused at the final dot, and not kept', async () => {
  sink.answer({ stage: 'DATA', code: 451, text: '4.3.0 later' });
  expect((await converse(transaction))[5]).toMatch(/^451 /);
  expect(sink.messages).toEqual([]);
});

test('dropping after the final dot keeps the message and tells nobody', async () => {
  sink.dropAfterFinalDot();
  expect((await converse(transaction))[5]).toBe('closed');
  expect(sink.count).toBe(1);
});

test('dropping at the recipient keeps nothing', async () => {
  sink.dropAtRcpt();
  expect((await converse(transaction.slice(0, 3)))[3]).toBe('closed');
  expect(sink.count).toBe(0);
});

test('a login that is asked for is asked for', async () => {
  await sink.close();
  sink = await startSmtpSink({ login: { user: 'shop', password: 'right' } });
  const login = (password: string): string => `AUTH PLAIN ${Buffer.from(`\0shop\0${password}`).toString('base64')}`;
  expect((await converse(transaction.slice(0, 2)))[2]).toMatch(/^530 /);
  expect((await converse(['EHLO client.test', login('wrong')]))[2]).toMatch(/^535 /);
  expect((await converse(['EHLO client.test', login('right')]))[2]).toMatch(/^235 /);
});
