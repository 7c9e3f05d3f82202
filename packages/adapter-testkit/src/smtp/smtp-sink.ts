import { once } from 'node:events';
import type { AddressInfo, Socket } from 'node:net';
import { SMTPServer } from 'smtp-server';

/** A message as it was handed over after DATA. */
export interface SunkMessage {
  readonly envelopeFrom: string;
  readonly envelopeTo: readonly string[];
  /** The whole message, headers included, dots unstuffed. */
  readonly raw: string;
  readonly isEncrypted: boolean;
  readonly user: string | null;
}

/** An answer of the server at one stage of the conversation. */
export interface SmtpAnswer {
  readonly stage: 'MAIL' | 'RCPT' | 'DATA';
  readonly code: number;
  /** E.g. `5.1.1 no such user`. */
  readonly text: string;
}

export interface SmtpSinkOptions {
  /** Demands this login. */
  readonly login?: { readonly user: string; readonly password: string };
  /** Offers STARTTLS (or speaks TLS from the first byte) with this certificate; plain text only when left out. */
  readonly tls?: { readonly mode: 'starttls' | 'implicit'; readonly key: string; readonly cert: string };
  /** Largest message in bytes, advertised as SIZE. */
  readonly maxBytes?: number;
  /** How many of the latest messages are kept to be read; all of them unless told. `count` counts every one. */
  readonly keptMessages?: number;
}

/** A real SMTP server on loopback which delivers nothing. */
export interface SmtpSink {
  readonly host: string;
  readonly port: number;
  /** Accepted messages, oldest first. A message whose answer was lost is among them: the sink did take it. */
  readonly messages: readonly SunkMessage[];
  /** Accepted messages, the no longer kept ones included. */
  readonly count: number;
  /** Answers the next transaction(s) so, and takes no message from them. */
  answer(answer: SmtpAnswer, times?: number): void;
  /** Takes the next message(s) and drops the connection after the final dot, before the answer. */
  dropAfterFinalDot(times?: number): void;
  /** Drops the next transaction(s) before DATA: certainly nothing was taken. */
  dropAtRcpt(times?: number): void;
  clear(): void;
  close(): Promise<void>;
}

type Stage = SmtpAnswer['stage'];
type Fate =
  | { readonly stage: Stage; readonly kind: 'answer'; readonly error: Error }
  | { readonly stage: Stage; readonly kind: 'drop' };

/**
 * Starts a sink on a free port of 127.0.0.1.
 *
 * @example
 * ```ts
 * const sink = await startSmtpSink();
 * sink.answer({ stage: 'RCPT', code: 550, text: '5.1.1 no such user' });
 * ```
 */
export async function startSmtpSink(options: SmtpSinkOptions = {}): Promise<SmtpSink> {
  const kept = options.keptMessages ?? Number.POSITIVE_INFINITY;
  const messages: SunkMessage[] = [];
  const fates: Fate[] = [];
  const sockets = new Map<number, Socket>();
  let count = 0;

  /** The fate that strikes at this stage, if the next one waits for it. */
  function takeFate(stage: Stage): Fate | null {
    return fates[0]?.stage === stage ? (fates.shift() ?? null) : null;
  }
  function meet(stage: Stage, remotePort: number, goOn: (error?: Error | null) => void): void {
    const fate = takeFate(stage);
    if (fate?.kind === 'drop') sockets.get(remotePort)?.destroy();
    else goOn(fate?.error ?? null);
  }

  const server = new SMTPServer({
    name: 'sink.test',
    ...(options.tls === undefined ? {} : { key: options.tls.key, cert: options.tls.cert }),
    secure: options.tls?.mode === 'implicit',
    disabledCommands: options.tls?.mode === 'starttls' ? [] : ['STARTTLS'],
    authOptional: options.login === undefined,
    allowInsecureAuth: options.tls === undefined,
    disableReverseLookup: true,
    // Otherwise smtp-server writes a code of its own before the one asked for.
    hideENHANCEDSTATUSCODES: true,
    closeTimeout: 500,
    ...(options.maxBytes === undefined ? {} : { size: options.maxBytes }),
    onAuth(auth, _session, answer) {
      const isRight =
        options.login === undefined ||
        (auth.username === options.login.user && auth.password === options.login.password);
      if (isRight) answer(null, { user: auth.username ?? '' });
      else answer(smtpError(535, '5.7.8 authentication failed'));
    },
    onMailFrom: (_address, session, goOn) => meet('MAIL', session.remotePort, goOn),
    onRcptTo: (_address, session, goOn) => meet('RCPT', session.remotePort, goOn),
    onData(stream, session, answer) {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', () => {
        if (stream.sizeExceeded) return answer(smtpError(552, '5.3.4 message too big'));
        const fate = takeFate('DATA');
        if (fate?.kind === 'answer') return answer(fate.error);
        const { mailFrom, rcptTo } = session.envelope;
        messages.push({
          envelopeFrom: mailFrom === false ? '' : mailFrom.address,
          envelopeTo: rcptTo.map(({ address }) => address),
          raw: Buffer.concat(chunks).toString('utf8'),
          isEncrypted: session.secure,
          user: session.user === undefined ? null : String(session.user),
        });
        count += 1;
        if (messages.length > kept) messages.shift();
        if (fate?.kind === 'drop') sockets.get(session.remotePort)?.destroy();
        else answer(null, `2.0.0 OK queued as ${count}`);
        return undefined;
      });
    },
  });
  // A dropped or half-open connection is what tests ask for; it must not end the process.
  server.on('error', () => undefined);
  server.server.on('connection', (socket: Socket) => {
    const { remotePort } = socket;
    if (remotePort === undefined) return;
    sockets.set(remotePort, socket);
    socket.once('close', () => sockets.delete(remotePort));
  });
  const listener = server.listen(0, '127.0.0.1');
  await once(listener, 'listening');

  return {
    host: '127.0.0.1',
    port: (listener.address() as AddressInfo).port,
    messages,
    get count() {
      return count;
    },
    answer({ stage, code, text }, times = 1) {
      for (let i = 0; i < times; i += 1) fates.push({ stage, kind: 'answer', error: smtpError(code, text) });
    },
    dropAfterFinalDot(times = 1) {
      for (let i = 0; i < times; i += 1) fates.push({ stage: 'DATA', kind: 'drop' });
    },
    dropAtRcpt(times = 1) {
      for (let i = 0; i < times; i += 1) fates.push({ stage: 'RCPT', kind: 'drop' });
    },
    clear() {
      messages.length = 0;
      fates.length = 0;
      count = 0;
    },
    async close() {
      await new Promise<void>((resolve) => {
        server.close(() => resolve());
        for (const socket of sockets.values()) socket.destroy();
      });
    },
  };
}

function smtpError(responseCode: number, text: string): Error {
  return Object.assign(new Error(text), { responseCode });
}
