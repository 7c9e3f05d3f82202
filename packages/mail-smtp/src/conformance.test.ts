import {
  mailClauses,
  startSmtpSink,
  type MailHarness,
  type SunkMessage,
  type TakenMessage,
} from '@regulars/adapter-testkit';
import { test } from 'vitest';
import { smtp } from './smtp-adapter.ts';
import type { SmtpConfig } from './smtp-config.ts';

function toTaken({ raw, envelopeTo }: SunkMessage): TakenMessage {
  const head = (raw.split('\r\n\r\n', 1)[0] ?? '').replace(/\r\n[ \t]+/g, ' ');
  const headers = Object.fromEntries(
    head
      .split('\r\n')
      .map((line) => [line.slice(0, line.indexOf(':')).toLowerCase(), line.slice(line.indexOf(':') + 1).trim()]),
  );
  return { messageId: (headers['message-id'] ?? '').replace(/^<|>$/g, ''), recipients: envelopeTo, headers };
}

const harness: MailHarness<SmtpConfig> = {
  adapter: smtp,
  config: smtp.configSchema.parse({ host: 'smtp.shop.test' }),
  startUpstream: async () => {
    const sink = await startSmtpSink({ login: { user: 'shop', password: 'right-password' } });
    const config = smtp.configSchema.parse({
      host: sink.host,
      port: sink.port,
      requireTls: false,
      user: 'shop',
      password: 'right-password',
    });
    return {
      config,
      wrongConfig: { ...config, password: 'wrong-password' },
      secrets: ['right-password', 'wrong-password'],
      listTaken: () => sink.messages.map(toTaken),
      loseNextAnswer: () => sink.dropAfterFinalDot(),
      refuseNextConnection: () => sink.dropAtRcpt(),
      refuseNextRecipient: () => sink.answer({ stage: 'RCPT', code: 550, text: '5.1.1 no such user' }),
      limitNext: () => sink.answer({ stage: 'RCPT', code: 451, text: '4.7.1 later, please' }),
      close: sink.close,
    };
  },
};

for (const { id, title, run } of mailClauses(harness)) test(`${title} (${id})`, run);
