import { describe, test } from 'vitest';
import { mailClauses, startSmtpSink, type MailHarness } from '@regulars/adapter-testkit';
import { smtp } from './smtp-adapter.ts';
import type { SmtpConfig } from './smtp-config.ts';

const login = { user: 'shop', password: 'correct-horse-battery' };
const toConfig = (host: string, port: number, password = login.password): SmtpConfig =>
  smtp.configSchema.parse({ host, port, requireTls: false, user: login.user, password });

const harness: MailHarness<SmtpConfig> = {
  adapter: smtp,
  config: toConfig('smtp.shop.test', 587),
  async startUpstream() {
    const sink = await startSmtpSink({ login });
    return {
      config: toConfig(sink.host, sink.port),
      wrongConfig: toConfig(sink.host, sink.port, 'wrong-password'),
      secrets: [login.password, 'wrong-password'],
      listTaken: () => sink.messages.map(({ raw, envelopeTo }) => ({ ...readHead(raw), recipients: envelopeTo })),
      loseNextAnswer: () => sink.dropAfterFinalDot(),
      refuseNextConnection: () => sink.dropAtRcpt(),
      refuseNextRecipient: () => sink.answer({ stage: 'RCPT', code: 550, text: '5.1.1 no such user' }),
      limitNext: () => sink.answer({ stage: 'RCPT', code: 451, text: '4.7.1 try again later' }),
      close: () => sink.close(),
    };
  },
};

function readHead(raw: string) {
  const lines = (raw.split('\r\n\r\n', 1)[0] ?? '').replace(/\r\n[ \t]+/g, ' ').split('\r\n');
  const headers = Object.fromEntries(
    lines.map((line) => [line.slice(0, line.indexOf(':')).toLowerCase(), line.slice(line.indexOf(':') + 1).trim()]),
  );
  return { headers, messageId: (headers['message-id'] ?? '').replace(/^<|>$/g, '') };
}

describe('SMTP as a mail adapter', () => {
  for (const { title, run } of mailClauses(harness)) test(title, run);
});
