import { describe, test } from 'vitest';
import { mailClauses, startFakeImap, startSmtpSink, type FakeImap, type MailHarness } from '@regulars/adapter-testkit';
import { toBounceReport } from '../test/bounce-report.ts';
import { smtp } from './smtp-adapter.ts';
import type { SmtpConfig } from './smtp-config.ts';

const login = { user: 'shop', password: 'correct-horse-battery' };
type Reach = Pick<FakeImap, 'host' | 'port'>;
const toConfig = (server: Reach, imap: Reach, password = login.password): SmtpConfig =>
  smtp.configSchema.parse({
    ...toReach(server),
    requireTls: false,
    user: login.user,
    password,
    bounceMailbox: { ...toReach(imap), secure: false, user: login.user, password },
  });
const toReach = ({ host, port }: Reach): Reach => ({ host, port });

const harness: MailHarness<SmtpConfig> = {
  adapter: smtp,
  config: toConfig({ host: 'smtp.shop.test', port: 587 }, { host: 'imap.shop.test', port: 993 }),
  async startUpstream() {
    const [sink, imap] = [await startSmtpSink({ login }), await startFakeImap(login)];
    return {
      config: toConfig(sink, imap),
      wrongConfig: toConfig(sink, imap, 'wrong-password'),
      secrets: [login.password, 'wrong-password'],
      listTaken: () => sink.messages.map(({ raw, envelopeTo }) => ({ ...readHead(raw), recipients: envelopeTo })),
      loseNextAnswer: () => sink.dropAfterFinalDot(),
      refuseNextConnection: () => sink.dropAtRcpt(),
      refuseNextRecipient: () => sink.answer({ stage: 'RCPT', code: 550, text: '5.1.1 no such user' }),
      limitNext: () => sink.answer({ stage: 'RCPT', code: 451, text: '4.7.1 try again later' }),
      putBounceOf: (message) => imap.put(toBounceReport(message), message.sentAt),
      close: async () => {
        await sink.close();
        await imap.close();
      },
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
