import { AdapterError, type AdapterErrorKind } from '@regulars/adapter-contracts';

const kinds: Readonly<Record<number, AdapterErrorKind>> = {
  301: 'misconfigured',
  401: 'unauthenticated',
  404: 'notFound',
  409: 'invalid',
  429: 'rateLimited',
};

/** Calls the tiny upstreams, with every failure as the contract wants it. */
export async function callTiny(
  url: string,
  key: string,
  method: string,
  timeoutMs: number,
  body?: object,
): Promise<unknown> {
  const open = method === 'GET' ? 'notDone' : 'unknown';
  let response: Response;
  let text: string;
  try {
    response = await fetch(url, {
      method,
      headers: { 'x-key': key },
      redirect: 'manual',
      signal: AbortSignal.timeout(timeoutMs),
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    text = await response.text();
  } catch {
    throw new AdapterError('The upstream did not answer.', { kind: 'unavailable', outcome: open });
  }
  if (response.ok) return readJson(text, open);
  if (response.status >= 500) throw new AdapterError('The upstream failed.', { kind: 'unavailable', outcome: open });
  const retryAfterMs = Number(response.headers.get('retry-after')) * 1000;
  throw new AdapterError('The upstream refused.', {
    kind: kinds[response.status] ?? 'invalid',
    outcome: 'notDone',
    ...(retryAfterMs > 0 ? { retryAfterMs } : {}),
  });
}

function readJson(text: string, open: 'notDone' | 'unknown'): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    throw new AdapterError('The answer broke off.', { kind: 'unavailable', outcome: open });
  }
}
