import type { Agent } from 'undici';
import { EgressError, toEgressError } from './egress-error.ts';
import { exchange, type Answer, type Question } from './exchange.ts';
import { toRedirectTarget } from './follow-redirect.ts';
import type { EgressLimits } from './limits.ts';

/**
 * A `fetch` that goes through an agent, within limits, and follows a redirect only to the same origin and only when
 * reading. Takes what the runtime's own takes, and answers with the runtime's own `Response`.
 *
 * @throws ForbiddenAddressError for an address that may not be called; EgressError, which has a `code`, for a call that
 * failed, also while the body is read; the signal's reason when the caller gave up.
 */
export function createFetch(agent: Agent, limits: EgressLimits): typeof globalThis.fetch {
  return async (input, init) => {
    const request = toRequest(input, init);
    const overdue = new AbortController();
    const timer = setTimeout(() => overdue.abort(new EgressError('EGRESS_TIMEOUT')), limits.wholeMs);
    // An answer that nobody reads must not hold up the end of the process.
    timer.unref();
    const signal = AbortSignal.any([request.signal, overdue.signal]);
    const toError = (error: unknown): unknown => {
      if (!signal.aborted) return toEgressError(error);
      return signal.reason as unknown;
    };
    try {
      const question = await toQuestion(request);
      const answer = await follow(question, request.redirect, (hop) => exchange(agent, hop, limits, signal));
      return toResponse(answer, question.method, toError, () => clearTimeout(timer));
    } catch (error) {
      clearTimeout(timer);
      throw toError(error);
    }
  };
}

/** What the runtime says of a URL it cannot read holds the URL, and with it any password in it. */
function toRequest(...[input, init]: Parameters<typeof globalThis.fetch>): Request {
  let request: Request;
  try {
    request = new Request(input, init);
  } catch {
    throw new EgressError('ERR_INVALID_URL');
  }
  if (!/^https?:/.test(request.url)) throw new EgressError('ERR_INVALID_URL');
  return request;
}

async function toQuestion(request: Request): Promise<Question> {
  const body = request.body === null ? null : new Uint8Array(await request.arrayBuffer());
  return { url: new URL(request.url), method: request.method, headers: request.headers, body };
}

async function follow(
  question: Question,
  mode: Request['redirect'],
  ask: (hop: Question) => Promise<Answer>,
): Promise<Answer> {
  let hop = question;
  for (let redirects = 0; ; redirects++) {
    const answer = await ask(hop);
    const location = mode === 'manual' ? null : toRedirectTarget(hop, answer);
    if (location === null) return answer;
    answer.body.destroy();
    if (mode === 'error' || location === 'refused' || redirects === 3) throw new EgressError('EGRESS_REDIRECT');
    hop = { ...hop, url: location };
  }
}

function toResponse(
  { status, headers, body }: Answer,
  method: string,
  toError: (error: unknown) => unknown,
  end: () => void,
): Response {
  if (method === 'HEAD' || [204, 205, 304].includes(status)) {
    body.resume().once('close', end);
    return new Response(null, { status, headers });
  }
  return new Response(ReadableStream.from(readTelling(body, toError, end)), { status, headers });
}

/** Whoever reads on is told our errors, and the time is over when they are done, whether or not they read to the end. */
async function* readTelling(body: AsyncIterable<Uint8Array>, toError: (error: unknown) => unknown, end: () => void) {
  try {
    yield* body;
  } catch (error) {
    throw toError(error);
  } finally {
    end();
  }
}
