import {
  AdapterError,
  findForbiddenAddress,
  type AdapterErrorKind,
  type SendOutcome,
} from '@regulars/adapter-contracts';
import { secondMs } from '@regulars/core/shared';

/** An error of mailgun.js. A network failure says `status: 400` too, with the socket's code as its message. */
export interface MailgunFailure {
  readonly status: number;
  readonly message: string;
  readonly details: string;
}

/** Failures before a byte of the request left. */
const neverSent =
  /ECONNREFUSED|ENOTFOUND|EAI_AGAIN|EHOSTUNREACH|ENETUNREACH|ERR_INVALID_URL|UND_ERR_CONNECT_TIMEOUT|CERT|SELF_SIGNED|UNABLE_TO_VERIFY|ERR_TLS/;
/** Failures after which nobody knows. A timeout may have been on the way there or on the way back. */
const lost = /ECONNRESET|ECONNABORTED|ETIMEDOUT|EPIPE|ERR_NETWORK|ERR_BAD_RESPONSE|socket hang up|aborted|timeout/i;

/**
 * What a failed call means. The message is read before the status, otherwise every outage would be a refusal.
 *
 * @returns the refusal of this one message.
 * @throws AdapterError for everything else: `unknown` where Mailgun may have taken the message.
 */
export function classifySendFailure(error: unknown): SendOutcome {
  const failure = readFailure(error);
  if (isNetworkFailure(failure) || failure.status !== 400) {
    if (failure.status === 413) return { status: 'rejected', reason: 'too_large', detailCode: null };
    throw toAdapterError(error);
  }
  const { details } = failure;
  if (/^'?to'? parameter is not a valid address/i.test(details)) {
    return { status: 'rejected', reason: 'recipient_invalid', detailCode: null };
  }
  if (/exceed/i.test(details) && /limit|per (second|minute|hour|day)/i.test(details)) throw rateLimited(details);
  if (/not allowed to send|disabled|sandbox|not verified|unverified|activate|'?from'? parameter/i.test(details)) {
    throw refusal('The Mailgun domain or account may not send.', 'misconfigured');
  }
  return { status: 'rejected', reason: 'message_refused', detailCode: null };
}

/** The meaning of a failure that says nothing about one message. */
export function toAdapterError(error: unknown): AdapterError {
  const forbidden = findForbiddenAddress(error);
  if (forbidden !== null) return forbidden.naming('baseUrl');
  const failure = readFailure(error);
  if (neverSent.test(failure.message)) {
    const isTrust = /CERT|SELF_SIGNED|UNABLE_TO_VERIFY|ERR_TLS|ERR_INVALID_URL/.test(failure.message);
    return refusal('Mailgun could not be reached.', isTrust ? 'misconfigured' : 'unavailable');
  }
  if (isNetworkFailure(failure)) return unknownOutcome();
  switch (failure.status) {
    case 401:
      return refusal('Mailgun refused the API key.', 'unauthenticated');
    case 402:
    case 403:
      return /exceed/i.test(failure.details)
        ? rateLimited(failure.details)
        : refusal('Mailgun does not let this key send.', 'forbidden');
    case 404:
      return refusal('Mailgun does not know the domain in this region.', 'misconfigured');
    case 429:
      return rateLimited(failure.details);
    default:
      if (failure.status >= 300 && failure.status < 400)
        return refusal('Mailgun redirects: the address is another one than was given.', 'misconfigured');
      return failure.status >= 400 && failure.status < 500
        ? refusal('Mailgun refused the request.', 'invalid')
        : unknownOutcome();
  }
}

export function readFailure(error: unknown): MailgunFailure {
  const fields = (typeof error === 'object' && error !== null ? error : {}) as Readonly<Record<string, unknown>>;
  const { status, message, details } = fields;
  return {
    status: typeof status === 'number' ? status : 0,
    message: typeof message === 'string' ? message : '',
    details: typeof details === 'string' ? details : '',
  };
}

function isNetworkFailure({ message }: MailgunFailure): boolean {
  return neverSent.test(message) || lost.test(message);
}

function refusal(message: string, kind: AdapterErrorKind): AdapterError {
  return new AdapterError(message, { kind, outcome: 'notDone' });
}

function rateLimited(details: string): AdapterError {
  // mailgun.js hides the headers, so the wish stands only in the sentence.
  const seconds = Number(/again after (\d+) seconds?/i.exec(details)?.[1] ?? 60);
  return new AdapterError('Mailgun asks for a pause.', {
    kind: 'rateLimited',
    outcome: 'notDone',
    retryAfterMs: seconds * secondMs,
  });
}

export function unknownOutcome(): AdapterError {
  return new AdapterError('Mailgun did not say what became of the message.', {
    kind: 'unavailable',
    outcome: 'unknown',
  });
}
