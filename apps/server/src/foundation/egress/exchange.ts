import type { Readable } from 'node:stream';
import type { Agent } from 'undici';
import { acceptedEncodings, limitBody } from './limit-body.ts';
import type { EgressLimits } from './limits.ts';

/** One request, all of it in memory. */
export interface Question {
  readonly url: URL;
  readonly method: string;
  readonly headers: Headers;
  readonly body: Uint8Array | null;
}

/** One answer; its body is limited, and still on its way. */
export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly body: Readable;
}

/** Belong to the connection, or are ours to say. */
const ownHeaders = [
  'host',
  'connection',
  'keep-alive',
  'proxy-authorization',
  'transfer-encoding',
  'content-length',
  'upgrade',
  'expect',
  'te',
];

/** One request and its answer, whatever its status. */
export async function exchange(
  agent: Agent,
  { url, method, headers, body }: Question,
  limits: EgressLimits,
  signal: AbortSignal,
): Promise<Answer> {
  const answer = await agent.request({
    origin: url.origin,
    path: url.pathname + url.search,
    method,
    headers: toSentHeaders(headers),
    body,
    signal,
    headersTimeout: limits.headersMs,
    bodyTimeout: limits.idleMs,
  });
  const received = toHeaders(answer.headers);
  const encoding = (received.get('content-encoding') ?? '').trim().toLowerCase();
  const isBodiless = method === 'HEAD' || answer.statusCode === 204 || answer.statusCode === 304;
  const decoded = limitBody(answer.body, isBodiless ? '' : encoding, limits.bytes);
  // They told of the body as it was on the wire.
  if (encoding !== '' && !isBodiless) {
    received.delete('content-encoding');
    received.delete('content-length');
  }
  return { status: answer.statusCode, headers: received, body: decoded };
}

function toSentHeaders(headers: Headers): Record<string, string> {
  const sent = new Headers(headers);
  for (const name of ownHeaders) sent.delete(name);
  sent.set('accept-encoding', acceptedEncodings);
  if (!sent.has('accept')) sent.set('accept', '*/*');
  if (!sent.has('user-agent')) sent.set('user-agent', 'Regulars');
  return Object.fromEntries(sent);
}

function toHeaders(given: Readonly<Record<string, string | string[] | undefined>>): Headers {
  const headers = new Headers();
  for (const [name, value] of Object.entries(given)) {
    for (const each of Array.isArray(value) ? value : [value ?? '']) headers.append(name, each);
  }
  return headers;
}
