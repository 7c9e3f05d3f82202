import { Readable } from 'node:stream';
import type { RequestFunction } from 'got';

/** Far more than a page is; what is longer is not read on. */
const longestAnswerBytes = 20_000_000;

type Fetch = typeof globalThis.fetch;

/** Lets got reach the world through the fetch that the host lends, which is where addresses are vetted. */
export function createFetchRequest(fetch: Fetch, body: string | undefined, signal: AbortSignal): RequestFunction {
  const request = async (
    url: URL,
    { method, headers }: { readonly method?: string; readonly headers?: Readonly<Record<string, string>> },
  ) => {
    const response = await fetch(url, {
      method: method ?? 'GET',
      ...(headers === undefined ? {} : { headers }),
      ...(body === undefined ? {} : { body }),
      redirect: 'manual',
      signal,
    });
    const answered = Object.fromEntries(response.headers);
    // What fetch gives is unpacked already.
    delete answered['content-encoding'];
    delete answered['content-length'];
    return Object.assign(Readable.from(readBody(response)), {
      statusCode: response.status,
      headers: answered,
      url: String(url),
    });
  };
  // got asks for a Node request or an answer; its type knows of the first only.
  return request as unknown as RequestFunction;
}

async function* readBody(response: Response): AsyncGenerator<Uint8Array> {
  if (response.body === null) return;
  let bytes = 0;
  for await (const chunk of response.body as AsyncIterable<Uint8Array>) {
    bytes += chunk.byteLength;
    if (bytes > longestAnswerBytes) throw new RangeError('The answer is longer than any should be.');
    yield chunk;
  }
}
