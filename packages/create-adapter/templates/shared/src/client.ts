import { AdapterError, findForbiddenAddress, type AdapterContext } from '@regulars/adapter-contracts';

/** One request. `setting` is the field of the configuration that the address is made of. */
export interface Call {
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly setting: string;
  readonly body?: unknown;
}

/**
 * The only function that calls Example Shop: once, within its time, following no redirect. What goes wrong becomes an
 * `AdapterError` in our own words; the upstream's may hold a key or somebody's address.
 */
export async function call(request: Call, context: AdapterContext): Promise<unknown> {
  const { response, text } = await send(request, context);
  if (!response.ok) throw toError(response, request);
  try {
    return JSON.parse(text) as unknown;
  } catch {
    throw lost('Example Shop answered something that is not JSON.', request);
  }
}

async function send({ method, url, headers, body, ...request }: Call, context: AdapterContext) {
  try {
    const response = await (context.fetch ?? fetch)(url, {
      method,
      headers: { accept: 'application/json', 'content-type': 'application/json', ...headers },
      redirect: 'manual',
      signal: AbortSignal.timeout(context.timeoutMs),
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    return { response, text: await response.text() };
  } catch (error) {
    const forbidden = findForbiddenAddress(error);
    if (forbidden !== null) throw forbidden.naming(request.setting);
    if (isUnreached(error)) throw unavailable('Example Shop cannot be reached.', 'notDone');
    throw lost('Example Shop did not answer in time.', { method });
  }
}

/** Nobody was there to take the request, so it was certainly not done. */
function isUnreached(error: unknown): boolean {
  const cause = error instanceof Error ? error.cause : null;
  return cause instanceof Error && 'code' in cause && ['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN'].includes(String(cause.code));
}

/** Whoever only read may try again; what was to change something may have been done. */
function lost(message: string, { method }: Pick<Call, 'method'>): AdapterError {
  return unavailable(message, method === 'GET' ? 'notDone' : 'unknown');
}

function unavailable(message: string, outcome: AdapterError['outcome']): AdapterError {
  return new AdapterError(message, { kind: 'unavailable', outcome });
}

function toError({ status, headers }: Response, request: Call): AdapterError {
  const refused = (kind: AdapterError['kind'], message: string) => new AdapterError(message, { kind, outcome: 'notDone' });
  if (status === 429) {
    const message = 'Example Shop asks for a pause.';
    return new AdapterError(message, { kind: 'rateLimited', outcome: 'notDone', ...readPause(headers) });
  }
  if (status >= 500 || status === 408) return lost('Example Shop had an error of its own.', request);
  if (status === 401) return refused('unauthenticated', 'Example Shop does not accept the credentials.');
  if (status === 403) return refused('forbidden', 'Example Shop does not permit this with these credentials.');
  if (status === 404) return refused('notFound', 'Example Shop does not have it.');
  if (status < 400) return refused('misconfigured', `${request.setting} leads to an address that redirects.`);
  return refused('invalid', `Example Shop refused it with status ${status}.`);
}

function readPause(headers: Headers): { readonly retryAfterMs?: number } {
  const seconds = Number(headers.get('retry-after') ?? Number.NaN);
  return Number.isFinite(seconds) ? { retryAfterMs: seconds * 1_000 } : {};
}
