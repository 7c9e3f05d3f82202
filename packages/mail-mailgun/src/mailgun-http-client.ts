import { findForbiddenAddress, type AdapterContext } from '@regulars/adapter-contracts';
import Mailgun from 'mailgun.js';
import { toBaseUrl, type MailgunConfig } from './mailgun-config.ts';
import type { MailgunFailure } from './classify-failure.ts';

export type MailgunClient = ReturnType<Mailgun['client']>;
type RequestProvider = MailgunClient['request']['requestProvider'];
type Call = Parameters<RequestProvider['makeRequest']>;

/** What mailgun.js throws for a failed call: a network failure says `status: 400` too, with the code as its message. */
class MailgunCallError extends Error implements MailgunFailure {
  override readonly name = 'MailgunCallError';
  readonly status: number;
  readonly details: string;

  constructor({ status, message, details }: MailgunFailure) {
    super(message);
    this.status = status;
    this.details = details;
  }
}

/** mailgun.js, whose own requests (a bundled axios) are made by the host's `fetch` in their place. */
export function createMailgunClient(config: MailgunConfig, context: AdapterContext): MailgunClient {
  const client = new Mailgun(FormData).client({ username: 'api', key: config.apiKey, url: toBaseUrl(config) });
  const authorization = `Basic ${Buffer.from(`api:${config.apiKey}`).toString('base64')}`;
  client.request.requestProvider = {
    makeRequest: (...call: Call) => makeRequest(call, authorization, context),
    setSubAccountHeader: refuseSubaccounts,
    resetSubAccountHeader: refuseSubaccounts,
  };
  return client;
}

async function makeRequest(
  [url, method, given, options]: Call,
  authorization: string,
  { fetch = globalThis.fetch, timeoutMs }: AdapterContext,
): Promise<{ status: number; body: unknown }> {
  // Not what the interface of mailgun.js declares, but what it passes.
  const { params, data } = given as { readonly params?: URLSearchParams; readonly data?: unknown };
  const target = new URL(url);
  for (const [name, value] of params ?? []) target.searchParams.append(name, value);
  let status: number;
  let text: string;
  try {
    const response = await fetch(target, {
      method,
      // A form brings its own type, with the boundary.
      headers: {
        authorization,
        ...(options?.isApplicationJSON === true ? { 'content-type': 'application/json' } : {}),
      },
      body: toBody(data),
      redirect: 'manual',
      signal: AbortSignal.timeout(timeoutMs),
    });
    status = response.status;
    text = await response.text();
  } catch (error) {
    throw findForbiddenAddress(error) ?? new MailgunCallError({ status: 400, message: toCode(error), details: '' });
  }
  const body = readJson(text);
  if (status >= 200 && status < 300) return { status, body };
  const details = typeof body['message'] === 'string' ? body['message'] : '';
  throw new MailgunCallError({ status, message: `HTTP ${status}`, details });
}

function toBody(data: unknown): FormData | string | null {
  if (data === undefined || data === null) return null;
  return data instanceof FormData || typeof data === 'string' ? data : JSON.stringify(data);
}

function toCode(error: unknown): string {
  const { code, cause } = (typeof error === 'object' && error !== null ? error : {}) as {
    readonly code?: unknown;
    readonly cause?: { readonly code?: unknown } | null;
  };
  const told = cause?.code ?? code;
  return typeof told === 'string' ? told : 'ERR_NETWORK';
}

/** What is no JSON object is a message, as mailgun.js has it. */
function readJson(text: string): Record<string, unknown> {
  try {
    const parsed: unknown = JSON.parse(text);
    if (typeof parsed === 'object' && parsed !== null) return parsed as Record<string, unknown>;
  } catch {
    // Told below.
  }
  return { message: text };
}

function refuseSubaccounts(): never {
  throw new Error('Subaccounts are not used.');
}
