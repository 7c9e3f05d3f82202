import { AdapterError, type AdapterContext } from '@regulars/adapter-contracts';
import { toNetworkError, type OpenOutcome } from './to-adapter-error.ts';

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

async function readBody(response: Response): Promise<string> {
  if (response.body === null) return '';
  const decoder = new TextDecoder();
  let text = '';
  let bytes = 0;
  for await (const chunk of response.body as AsyncIterable<Uint8Array>) {
    bytes += chunk.byteLength;
    if (bytes > longestAnswerBytes) throw new RangeError('The answer is longer than any should be.');
    text += decoder.decode(chunk, { stream: true });
  }
  return text + decoder.decode();
}
