import type { Socket } from 'node:net';
import { AdapterError, findForbiddenAddress, type AdapterContext } from '@regulars/adapter-contracts';
import { ImapFlow, type MailboxObject } from 'imapflow';
import { createImapTransport } from './imap-transport.ts';
import type { MailboxConfig } from './mailbox-config.ts';

/** An opened folder. */
export interface OpenMailbox {
  readonly client: ImapFlow;
  readonly folder: MailboxObject;
}

/** How to get to a mailbox, and whether its password may go there without TLS. */
export interface MailboxAccess {
  readonly config: MailboxConfig;
  readonly requireTls: boolean;
  readonly context: AdapterContext;
}

const connectMs = 10_000;

/**
 * Opens the folder of reports for reading only, works in it, and closes it again.
 *
 * @throws AdapterError for whatever goes wrong; nothing in the mailbox has changed then.
 */
export async function withMailbox<Value>(
  { config, requireTls, context }: MailboxAccess,
  work: (mailbox: OpenMailbox) => Promise<Value>,
): Promise<Value> {
  const { host, port, user, password, folder } = config;
  let client: ImapFlow | null = null;
  try {
    const timeoutMs = Math.min(connectMs, context.timeoutMs);
    const socket = await context.openSocket?.({ host, port, timeoutMs });
    client = new ImapFlow({
      host,
      port,
      secure: config.secure,
      ...(requireTls && !config.secure ? { doSTARTTLS: true } : {}),
      auth: { user, pass: password },
      tls: { minVersion: 'TLSv1.2' },
      connectionTimeout: timeoutMs,
      greetingTimeout: timeoutMs,
      socketTimeout: context.timeoutMs,
      disableAutoIdle: true,
      logger: false,
      ...(socket === undefined ? {} : { transport: createImapTransport(socket as Socket) }),
    });
    // Told again by the call that is waiting; without a listener it would end the process.
    client.on('error', () => undefined);
    await client.connect();
    return await work({ client, folder: await client.mailboxOpen(folder, { readOnly: true }) });
  } catch (error) {
    throw toMailboxError(error);
  } finally {
    client?.close();
  }
}

const certificateTrouble = /CERT|SELF_SIGNED|UNABLE_TO_VERIFY|ERR_TLS|EPROTO|ERR_SSL/;

function toMailboxError(error: unknown): AdapterError {
  const forbidden = findForbiddenAddress(error);
  if (forbidden !== null) return forbidden.naming('bounceMailbox.host');
  if (error instanceof AdapterError) return error;
  const fields = (typeof error === 'object' && error !== null ? error : {}) as Readonly<Record<string, unknown>>;
  const refuse = (message: string, kind: AdapterError['kind']) =>
    new AdapterError(message, { kind, outcome: 'notDone' });
  if (fields['authenticationFailed'] === true)
    return refuse('The mailbox of the reports refused the user or the password.', 'unauthenticated');
  if (fields['mailboxMissing'] === true || fields['responseStatus'] === 'NO')
    return refuse('The mailbox of the reports has no such folder.', 'misconfigured');
  if (fields['tlsFailed'] === true || certificateTrouble.test(String(fields['code'])))
    return refuse('A trusted TLS connection to the mailbox of the reports could not be made.', 'misconfigured');
  return refuse('The mailbox of the reports could not be reached.', 'unavailable');
}
