import { AdapterError, type AdapterContext } from '@regulars/adapter-contracts';
import { toNetworkError, toStatusError, type OpenOutcome } from './to-adapter-error.ts';

/** Far more than a page is; what is longer is not read on. */
const longestAnswerBytes = 20_000_000;

export type Send = (url: string, init: RequestInit, open: OpenOutcome) => Promise<Response>;

/**
 * Calls the world within the context's time, the body included, and follows no redirect.
 *
 * @throws AdapterError when no answer came; an answer of any status is given back.
 */
export function createSend({ fetch = globalThis.fetch, timeoutMs }: AdapterContext): Send {
  return async (url, init, open) => {
    try {
      const signal = AbortSignal.timeout(timeoutMs);
      const response = await fetch(url, { ...init, redirect: 'manual', signal });
      const body = await readBody(response);
      const { status, headers } = response;
      const mayHaveBody = status >= 200 && status !== 204 && status !== 205 && status !== 304;
      return new Response(mayHaveBody ? body : null, { status, headers });
    } catch (error) {
      throw error instanceof AdapterError ? error : toNetworkError(error, open);
    }
  };
}

async function readBody(response: Response): Promise<Uint8Array<ArrayBuffer> | null> {
  if (response.body === null) return null;
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  for await (const chunk of response.body as AsyncIterable<Uint8Array>) {
    bytes += chunk.byteLength;
    if (bytes > longestAnswerBytes) throw new RangeError('The answer is longer than any should be.');
    chunks.push(chunk);
  }
  return new Uint8Array(Buffer.concat(chunks));
}

/** Longer lines are no orders. */
const longestLine = 5_000_000;

/**
 * Reads a file line by line, never more of it than one piece ahead, for as long as pieces keep coming in time. It is on
 * another host than the store, and the address is all it takes: the token is not sent there.
 *
 * @throws AdapterError when the file is gone or breaks off.
 */
export function createDownload({ fetch = globalThis.fetch, download: get = fetch, timeoutMs }: AdapterContext) {
  return async function* download(url: string): AsyncGenerator<string> {
    if (!url.startsWith('https://'))
      throw new AdapterError('The file is not to be had by https.', { kind: 'invalid', outcome: 'notDone' });
    const abort = new AbortController();
    let timer = setTimeout(() => abort.abort(), timeoutMs);
    try {
      const response = await get(url, { redirect: 'manual', signal: abort.signal });
      if (!response.ok) throw toStatusError(response.status, response.headers, 'notDone');
      const decoder = new TextDecoder();
      let rest = '';
      for await (const chunk of response.body as AsyncIterable<Uint8Array>) {
        clearTimeout(timer);
        const lines = (rest + decoder.decode(chunk, { stream: true })).split('\n');
        rest = lines.pop() ?? '';
        if (rest.length > longestLine) throw new RangeError('The line is longer than any should be.');
        yield* lines;
        timer = setTimeout(() => abort.abort(), timeoutMs);
      }
      if (rest !== '') yield rest;
    } catch (error) {
      throw error instanceof AdapterError ? error : toNetworkError(error, 'notDone');
    } finally {
      clearTimeout(timer);
      abort.abort();
    }
  };
}
