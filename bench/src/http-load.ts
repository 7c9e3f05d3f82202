import { connect, type Socket } from 'node:net';

export interface HttpLoad {
  readonly port: number;
  readonly connections: number;
  /** Whole HTTP/1.1 requests, each sent once. */
  readonly requests: readonly Buffer[];
}

export interface HttpLoadReport {
  readonly perSecond: number;
  readonly p50Ms: number;
  readonly p99Ms: number;
  readonly refused: number;
}

const statusLine = Buffer.from('HTTP/1.1 ');

/**
 * Sends the requests over keep-alive connections, one at a time on each, and measures each answer's delay. Bare sockets:
 * the client shares the machine with the server, so what it costs is taken from the server.
 */
export async function loadByHttp({ port, connections, requests }: HttpLoad): Promise<HttpLoadReport> {
  let next = 0;
  let refused = 0;
  const delaysMs: number[] = [];
  const startedAt = performance.now();
  await Promise.all(
    Array.from({ length: connections }, async () => {
      const socket = connect({ port, host: '127.0.0.1', noDelay: true });
      await new Promise<void>((resolve, reject) => socket.once('connect', resolve).once('error', reject));
      while (next < requests.length) {
        const request = requests[next] as Buffer;
        next += 1;
        const sentAt = performance.now();
        if (!(await exchange(socket, request))) refused += 1;
        delaysMs.push(performance.now() - sentAt);
      }
      socket.destroy();
    }),
  );
  const seconds = (performance.now() - startedAt) / 1_000;
  delaysMs.sort((a, b) => a - b);
  const percentile = (share: number) =>
    delaysMs[Math.min(delaysMs.length - 1, Math.floor(delaysMs.length * share))] ?? 0;
  return { perSecond: requests.length / seconds, p50Ms: percentile(0.5), p99Ms: percentile(0.99), refused };
}

/** Our answers fit one segment and end with their only JSON object. */
function exchange(socket: Socket, request: Buffer): Promise<boolean> {
  return new Promise((resolve, reject) => {
    let isOk: boolean | null = null;
    const onData = (chunk: Buffer) => {
      isOk ??= chunk.subarray(statusLine.length, statusLine.length + 1).toString() === '2';
      if (chunk.at(-1) !== 0x7d) return;
      socket.off('data', onData).off('error', reject);
      resolve(isOk);
    };
    socket.on('data', onData).once('error', reject);
    socket.write(request);
  });
}
