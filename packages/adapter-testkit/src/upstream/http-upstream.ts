import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Answer, Fault, FaultTarget } from './fault.ts';

/** A request as the fake received it. */
export interface ReceivedRequest {
  readonly method: string;
  readonly path: string;
  /** In the order of the query string, repeated parameters repeated. */
  readonly query: readonly (readonly [name: string, value: string])[];
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Buffer;
}

/** A fake upstream on a port of its own on the loopback interface. */
export interface HttpUpstream {
  /** E.g. `http://127.0.0.1:49152`, without a slash at the end. */
  readonly url: string;
  /** Everything received so far, the struck requests included. */
  readonly requests: readonly ReceivedRequest[];
  /** Spoils the next requests that match. Faults strike in the order they were set. */
  fail(fault: Fault, target?: FaultTarget): void;
  close(): Promise<void>;
}

/**
 * Serves `handle` on a free loopback port, with faults on demand.
 *
 * @param handle - turns a request into an answer, changing the fake's state as the real upstream would.
 */
export async function startHttpUpstream(
  handle: (request: ReceivedRequest) => Promise<Answer> | Answer,
): Promise<HttpUpstream> {
  const requests: ReceivedRequest[] = [];
  const faults: { readonly fault: Fault; readonly target: FaultTarget; left: number }[] = [];

  function takeFault(request: ReceivedRequest): Fault | null {
    const index = faults.findIndex(
      ({ target }) =>
        (target.method === undefined || target.method === request.method) &&
        (target.path === undefined || target.path.test(request.path)) &&
        (target.body === undefined || target.body.test(request.body.toString('utf8'))),
    );
    const found = faults[index];
    if (found === undefined) return null;
    found.left -= 1;
    if (found.left <= 0) faults.splice(index, 1);
    return found.fault;
  }

  async function serve(incoming: IncomingMessage, response: ServerResponse): Promise<void> {
    const request = await receive(incoming);
    requests.push(request);
    const fault = takeFault(request);
    if (fault?.kind === 'answerInstead') return write(response, fault);
    if (fault?.kind === 'resetInstead') return reset(incoming);
    const answer = await handle(request);
    if (fault?.kind === 'resetAfter') return reset(incoming);
    if (fault?.kind === 'dripAfter') return drip(response, fault.everyMs);
    if (fault?.kind === 'delayAfter') await lapse(fault.delayMs, response);
    if (fault?.kind === 'halfAfter') return write(response, toHalf(answer));
    write(response, fault?.kind === 'answerAfter' ? fault : answer);
  }

  const server = createServer((incoming, response) => {
    serve(incoming, response).catch((error: unknown) => {
      write(response, { status: 500, body: `The fake upstream broke: ${String(error)}` });
    });
  });
  await listen(server);
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    requests,
    fail: (fault, target = {}) => faults.push({ fault, target, left: target.times ?? 1 }),
    close: () => close(server),
  };
}

async function receive(incoming: IncomingMessage): Promise<ReceivedRequest> {
  const chunks: Buffer[] = [];
  for await (const chunk of incoming) chunks.push(chunk as Buffer);
  const { pathname, searchParams } = new URL(incoming.url ?? '/', 'http://upstream.invalid');
  const headers = Object.entries(incoming.headers).map(([name, value]) => [name, String(value)] as const);
  return {
    method: incoming.method ?? 'GET',
    path: pathname,
    query: [...searchParams],
    headers: Object.fromEntries(headers),
    body: Buffer.concat(chunks),
  };
}

function write(response: ServerResponse, answer: Answer): void {
  if (response.destroyed || response.headersSent) return;
  response.writeHead(answer.status, { 'content-type': 'application/json; charset=UTF-8', ...answer.headers });
  response.end(answer.body ?? '');
}

function toHalf({ body = '', ...answer }: Answer): Answer {
  return { ...answer, body: body.slice(0, body.length / 2) };
}

function reset(incoming: IncomingMessage): void {
  incoming.socket.resetAndDestroy();
}

function drip(response: ServerResponse, everyMs: number): void {
  response.writeHead(200, { 'content-type': 'application/json; charset=UTF-8' });
  const timer = setInterval(() => response.write(' '), everyMs);
  response.once('close', () => clearInterval(timer));
}

/** Waits, but no longer than the client does. */
function lapse(delayMs: number, response: ServerResponse): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, delayMs);
    response.once('close', () => {
      clearTimeout(timer);
      resolve();
    });
  });
}

function listen(server: Server): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', resolve);
  });
}

function close(server: Server): Promise<void> {
  return new Promise((resolve, reject) => {
    server.close((error) => (error === undefined ? resolve() : reject(error)));
    server.closeAllConnections();
  });
}
