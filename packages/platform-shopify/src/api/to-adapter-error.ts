import { AdapterError, type AdapterErrorKind } from '@regulars/adapter-contracts';
import { secondMs } from '@regulars/core/shared';
import { toWaitMs, type QueryCost } from './rate-governor.ts';

/** A query that asks for more points than any single one may: with smaller pages it would pass. */
export class QueryTooCostlyError extends AdapterError {
  constructor() {
    super('The query asks for more than Shopify answers at once.', { kind: 'invalid', outcome: 'notDone' });
  }
}

/** What an operation leaves open when its answer is lost. */
export type OpenOutcome = 'notDone' | 'unknown';

const statusErrors: Readonly<Record<number, readonly [kind: AdapterErrorKind, message: string]>> = {
  401: ['unauthenticated', 'Shopify does not accept the access: the token was revoked, or the app was uninstalled.'],
  402: ['forbidden', 'The store is frozen until its bill is paid.'],
  403: [
    'forbidden',
    'Shopify forbids the call: the app lacks a permission, or the plan of the store does not cover it.',
  ],
  404: ['misconfigured', 'There is no Shopify store at this address.'],
  423: ['forbidden', 'The store is locked.'],
};

/** An answer that is no answer of GraphQL, by its HTTP status. */
export function toStatusError(status: number, headers: Headers, open: OpenOutcome): AdapterError {
  const known = statusErrors[status];
  if (known !== undefined) return new AdapterError(known[1], { kind: known[0], outcome: 'notDone' });
  // 430: Shopify takes the caller for a robot.
  if (status === 429 || status === 430) {
    const retryAfterS = Number(headers.get('retry-after'));
    const wish = Number.isFinite(retryAfterS) && retryAfterS > 0 ? { retryAfterMs: retryAfterS * secondMs } : {};
    return new AdapterError('Shopify asks for fewer calls.', { kind: 'rateLimited', outcome: 'notDone', ...wish });
  }
  if (status >= 300 && status < 400) {
    return new AdapterError('The store redirects: its permanent address is another one than was given.', {
      kind: 'misconfigured',
      outcome: 'notDone',
    });
  }
  if (status >= 400 && status < 500)
    return new AdapterError('Shopify refuses the call as invalid.', { kind: 'invalid', outcome: 'notDone' });
  return new AdapterError('Shopify failed.', { kind: 'unavailable', outcome: open });
}

/** No connection came about, so nothing can have been done. */
const unreached: ReadonlySet<unknown> = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'UND_ERR_CONNECT_TIMEOUT',
]);

/** A call that ended without an answer. What the error says is not passed on: it may hold the address, and the token. */
export function toNetworkError(error: unknown, open: OpenOutcome): AdapterError {
  const { code, cause } = (typeof error === 'object' && error !== null ? error : {}) as {
    readonly code?: unknown;
    readonly cause?: { readonly code?: unknown } | null;
  };
  const reason = code ?? cause?.code;
  if (unreached.has(reason) || isCertificateError(reason))
    return new AdapterError('Shopify cannot be reached.', { kind: 'unavailable', outcome: 'notDone' });
  return new AdapterError('Shopify did not answer in time, or broke off.', { kind: 'unavailable', outcome: open });
}

function isCertificateError(code: unknown): boolean {
  return typeof code === 'string' && /^(CERT_|ERR_TLS_|DEPTH_ZERO_|SELF_SIGNED_|UNABLE_TO_)/.test(code);
}

/** Errors of GraphQL come with HTTP 200; their code tells what they are, their message is Shopify's and stays there. */
export function toGraphqlError(codes: readonly string[], cost: QueryCost | null, open: OpenOutcome): AdapterError {
  // More than the bucket ever holds: waiting would not help.
  const isTooMuch = cost !== null && cost.requestedQueryCost > cost.throttleStatus.maximumAvailable;
  if (codes.includes('MAX_COST_EXCEEDED') || (codes.includes('THROTTLED') && isTooMuch))
    return new QueryTooCostlyError();
  if (codes.includes('THROTTLED')) {
    const retryAfterMs = cost === null ? secondMs : toWaitMs(cost.requestedQueryCost, cost.throttleStatus);
    return new AdapterError("The store's limit of calls is used up for the moment.", {
      kind: 'rateLimited',
      outcome: 'notDone',
      retryAfterMs: Math.max(retryAfterMs, 1),
    });
  }
  if (codes.includes('ACCESS_DENIED')) {
    return new AdapterError('The app lacks a permission for this, or was not approved for the data of customers.', {
      kind: 'forbidden',
      outcome: 'notDone',
    });
  }
  if (codes.includes('SHOP_INACTIVE'))
    return new AdapterError('The store is closed.', { kind: 'forbidden', outcome: 'notDone' });
  if (codes.includes('INTERNAL_SERVER_ERROR') || codes.includes('TIMEOUT'))
    return new AdapterError('Shopify failed.', { kind: 'unavailable', outcome: open });
  return new AdapterError('Shopify refuses the query as invalid.', { kind: 'invalid', outcome: 'notDone' });
}
