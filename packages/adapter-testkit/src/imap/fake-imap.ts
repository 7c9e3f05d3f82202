import { createServer, type AddressInfo, type Socket } from 'node:net';
import { answerImap, type ImapSession, type KeptMail } from './answer-imap.ts';

export interface FakeImapOptions {
  readonly user?: string;
  readonly password?: string;
}

/** An IMAP server on loopback with one folder, INBOX, that can be read and not changed. */
export interface FakeImap {
  readonly host: string;
  readonly port: number;
  readonly user: string;
  readonly password: string;
  /** Commands received, tags and passwords left out. */
  readonly commands: readonly string[];
  /** Puts a mail into INBOX. */
  put(raw: string, arrivedAtMs: number): void;
  /** Numbers all mails anew under another UIDVALIDITY, as a server does that was restored. */
  renumber(): void;
  /** Hangs up at the next command of this name. */
  dropAt(command: string): void;
  close(): Promise<void>;
}

/**
 * Starts a fake IMAP server (RFC 3501, as far as reading a folder needs it) on a free port of 127.0.0.1, without TLS.
 *
 * @example
 * ```ts
 * const imap = await startFakeImap();
 * imap.put(report, Date.now());
 * ```
 */
export async function startFakeImap(options: FakeImapOptions = {}): Promise<FakeImap> {
  const { user = 'bounces@shop.test', password = 'correct-horse-battery' } = options;
  const sockets = new Set<Socket>();
  const commands: string[] = [];
  const drops: string[] = [];
  let mails: readonly KeptMail[] = [];
  let uidValidity = 1;
  let nextUid = 1;

  const server = createServer((socket) => {
    sockets.add(socket);
    socket.once('close', () => sockets.delete(socket)).on('error', () => undefined);
    const session: ImapSession = { isLoggedIn: false };
    const folder = () => ({ mails, uidValidity, nextUid, user, password });
    let buffered = '';
    socket.write('* OK [CAPABILITY IMAP4rev1] ready\r\n');
    socket.setEncoding('latin1').on('data', (chunk: string) => {
      const lines = (buffered + chunk).split('\r\n');
      buffered = lines.pop() ?? '';
      for (const line of lines) {
        const [, tag = '*', command = ''] = /^(\S+) (.*)$/.exec(line) ?? [];
        const name = /^(?:UID )?\w+/i.exec(command)?.[0].toUpperCase() ?? '';
        commands.push(name === 'LOGIN' ? name : command);
        if (drops[0] === name) {
          drops.shift();
          socket.destroy();
          return;
        }
        socket.write(Buffer.from(answerImap(session, folder(), tag, command), 'latin1'));
        if (name === 'LOGOUT') socket.end();
      }
    });
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', resolve);
  });

  return {
    host: '127.0.0.1',
    port: (server.address() as AddressInfo).port,
    user,
    password,
    commands,
    put(raw, arrivedAtMs) {
      mails = [...mails, { uid: nextUid, raw: Buffer.from(raw).toString('latin1'), arrivedAt: new Date(arrivedAtMs) }];
      nextUid += 1;
    },
    renumber() {
      uidValidity += 1;
      mails = mails.map((mail, index) => ({ ...mail, uid: index + 1 }));
      nextUid = mails.length + 1;
    },
    dropAt: (command) => drops.push(command),
    async close() {
      for (const socket of sockets) socket.destroy();
      await new Promise<void>((resolve) => server.close(() => resolve()));
    },
  };
}
