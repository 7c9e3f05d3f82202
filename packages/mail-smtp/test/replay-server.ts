import { readFileSync, readdirSync } from 'node:fs';
import { once } from 'node:events';
import { createServer, type AddressInfo, type Socket } from 'node:net';

/** A conversation recorded with a real Postfix: who said what, in order. */
interface Recording {
  readonly log: readonly (readonly [speaker: string, text: string, delayMs?: number])[];
}

const folder = new URL('./recordings/', import.meta.url);

export function listRecordings(): readonly string[] {
  return readdirSync(folder).map((file) => file.replace(/\.json$/, ''));
}

function readRecording(name: string): Recording {
  return JSON.parse(readFileSync(new URL(`${name}.json`, folder), 'utf8')) as Recording;
}

/** Every negative answer of a recording, with the command it answered. */
export function listRefusals(name: string): readonly { readonly command: string; readonly text: string }[] {
  const { log } = readRecording(name);
  return log.flatMap(([speaker, text], index) => {
    const said = log[index - 1]?.[1] ?? '';
    return speaker === 'S' && /^[45]/.test(text) ? [{ command: toCommand(said), text }] : [];
  });
}

/** Speaks SMTP with the answers of a recording, word for word; TLS is left out, what was said inside it is kept. */
export async function replay(name: string): Promise<{ readonly port: number; close(): void }> {
  const answers = new Map<string, string>();
  const { log } = readRecording(name);
  log.forEach(([speaker, text], index) => {
    const answer = log[index + 1];
    if (speaker === 'C' && answer?.[0] === 'S' && !text.startsWith('STARTTLS'))
      answers.set(toKey(text), answer[1].replace('250-STARTTLS\r\n', ''));
  });
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket);
    let isData = false;
    let hasRecipient = false;
    let pending = '';
    socket.on('error', () => undefined);
    socket.write(`${log[0]?.[1] ?? '220 replay'}\r\n`);
    socket.on('data', (chunk) => {
      pending += chunk.toString('latin1');
      for (
        let end = pending.indexOf(isData ? '\r\n.\r\n' : '\r\n');
        end >= 0;
        end = pending.indexOf(isData ? '\r\n.\r\n' : '\r\n')
      ) {
        const said = isData ? 'message' : pending.slice(0, end);
        pending = pending.slice(end + (isData ? 5 : 2));
        const isRefusedData = toCommand(said) === 'DATA' && !hasRecipient;
        const recorded = answers.get(toKey(said)) ?? answers.get(toCommand(said)) ?? '250 2.0.0 Ok';
        const answer = isRefusedData ? '554 5.5.1 Error: no valid recipients' : recorded;
        hasRecipient =
          (toCommand(said) === 'RCPT TO' && answer.startsWith('250')) ||
          (hasRecipient && toCommand(said) !== 'MAIL FROM');
        isData = answer.startsWith('354');
        socket.write(`${answer}\r\n`);
      }
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    port: (server.address() as AddressInfo).port,
    close() {
      server.close();
      for (const socket of sockets) socket.destroy();
    },
  };
}

function toCommand(said: string): string {
  return /^(EHLO|MAIL FROM|RCPT TO|DATA|AUTH|RSET|QUIT)/i.exec(said)?.[1]?.toUpperCase() ?? 'message';
}

/** Recipients are told apart; of other commands there is one a recording. */
function toKey(said: string): string {
  return /^RCPT TO:<[^>]*>/i.exec(said)?.[0].toLowerCase() ?? toCommand(said);
}
