import type { Socket } from 'node:net';
import { callbackify } from 'node:util';
import { createTransport } from 'nodemailer';
import type SMTPTransport from 'nodemailer/lib/smtp-transport';
import {
  AdapterError,
  type AdapterContext,
  type MailConnection,
  type OutgoingMessage,
  type SendOutcome,
} from '@regulars/adapter-contracts';
import { classifyFailure, readFailure, toConnectionError } from './classify-failure.ts';
import { createReports } from './mailbox/read-reports.ts';
import { withMailbox } from './mailbox/with-mailbox.ts';
import type { SmtpConfig } from './smtp-config.ts';
import { toMailOptions } from './to-mail-options.ts';
import { watchHandovers, type Handover } from './watch-handover.ts';

/** Connections to one server at once, and so messages in flight. */
export const poolSize = 5;

/**
 * RFC 8058 wants both unsubscribe headers signed; nodemailer's own list lacks List-Unsubscribe-Post.
 * Only those that a message has are signed.
 */
const signedHeaders =
  'From:Sender:Reply-To:Subject:Date:Message-ID:To:Cc:MIME-Version:Content-Type:Content-Transfer-Encoding:' +
  'List-Id:List-Unsubscribe:List-Unsubscribe-Post:Feedback-ID:Auto-Submitted';

/** How nodemailer gets its sockets from the host. */
function toDial(
  openSocket: NonNullable<AdapterContext['openSocket']>,
  { host, port }: SmtpConfig,
  timeoutMs: number,
): NonNullable<SMTPTransport['getSocket']> {
  const open = callbackify(() => openSocket({ host, port, timeoutMs }) as Promise<Socket>);
  return (_options, done) => open((error, connection) => done(error, error === null ? { connection } : false));
}

const plausibleAddress = /^[^\s@<>,;:"\\]+@[^\s@<>,;:"\\]+$/;

/** A pool of connections to one mail server; one recipient a message. */
export function connectSmtp(config: SmtpConfig, context: AdapterContext): MailConnection {
  const { timeoutMs, openSocket } = context;
  const connectMs = Math.min(10_000, timeoutMs);
  const transport = createTransport({
    pool: true,
    maxConnections: poolSize,
    maxMessages: 200,
    // nodemailer queues a message again only when a reused connection was found dead before a byte of it was read.
    maxRequeues: 1,
    idleTimeout: 20_000,
    host: config.host,
    port: config.port,
    secure: config.secure,
    requireTLS: config.requireTls && !config.secure,
    tls: { minVersion: 'TLSv1.2', servername: config.host },
    connectionTimeout: connectMs,
    greetingTimeout: connectMs,
    socketTimeout: timeoutMs,
    disableFileAccess: true,
    disableUrlAccess: true,
    logger: false,
    ...(config.user === null || config.password === null ? {} : { auth: { user: config.user, pass: config.password } }),
    ...(openSocket === undefined
      ? { allowInternalNetworkInterfaces: true }
      : { getSocket: toDial(openSocket, config, connectMs) }),
    ...(config.dkim === null
      ? {}
      : {
          dkim: {
            domainName: config.dkim.domain,
            keySelector: config.dkim.selector,
            privateKey: config.dkim.privateKey,
            headerFieldNames: signedHeaders,
          },
        }),
  });
  watchHandovers(transport);
  // A pool without a listener would end the process when the server hangs up on an idle connection.
  transport.on('error', () => undefined);

  const mailbox =
    config.bounceMailbox === null ? null : { config: config.bounceMailbox, requireTls: config.requireTls, context };

  return {
    async checkAccess() {
      try {
        await transport.verify();
      } catch (error) {
        throw toConnectionError(readFailure(error), 'notHandedOver');
      }
      if (mailbox !== null) await withMailbox(mailbox, async () => undefined);
    },

    async send(message: OutgoingMessage): Promise<SendOutcome> {
      if (!plausibleAddress.test(message.to.address)) {
        return { status: 'rejected', reason: 'recipient_invalid', detailCode: '5.1.3' };
      }
      const handover: Handover = { stage: 'notHandedOver' };
      // A timer that is cleared: AbortSignal.timeout would live on and fire for every mail that went long ago.
      const patience = new AbortController();
      const timer = setTimeout(() => patience.abort(), timeoutMs);
      const options = { ...toMailOptions(message), handover, signal: patience.signal };
      try {
        const info = await transport.sendMail(options);
        return { status: 'accepted', providerReference: /queued as (\S+)/i.exec(info.response ?? '')?.[1] ?? null };
      } catch (error) {
        return classifyFailure(error, handover.stage);
      } finally {
        clearTimeout(timer);
      }
    },

    async findMessage() {
      throw new AdapterError('A mail server cannot be asked what it took.', {
        kind: 'misconfigured',
        outcome: 'notDone',
      });
    },

    reports: mailbox === null ? null : createReports(mailbox),

    async close() {
      transport.close();
    },
  };
}
