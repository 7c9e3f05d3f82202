import { randomBytes } from 'node:crypto';
import type { Fault, FaultTarget } from '../upstream/fault.ts';
import { startHttpUpstream, type ReceivedRequest } from '../upstream/http-upstream.ts';
import { acceptMessage, type AcceptedMessage } from './accept-message.ts';
import { findEvents } from './find-events.ts';
import { json, refusal } from './mailgun-answer.ts';
import { postReceipt, type ReceiptDraft } from './post-receipt.ts';
import { serveSuppressions, type SuppressionLists } from './suppression-lists.ts';

export interface FakeMailgunOptions {
  readonly domain?: string;
  readonly apiKey?: string;
  /** Signs webhooks; at Mailgun it is another value than the API key. */
  readonly signingKey?: string;
}

/** Mailgun's HTTP API as far as sending and looking up need it. */
export interface FakeMailgun {
  readonly url: string;
  readonly domain: string;
  readonly apiKey: string;
  readonly signingKey: string;
  /** Messages Mailgun took, oldest first; those whose answer was spoilt are among them. */
  readonly messages: readonly AcceptedMessage[];
  /** Whom Mailgun does not write to, by address in lower case; to be read and changed. */
  readonly suppressions: SuppressionLists;
  readonly requests: readonly ReceivedRequest[];
  /** From now on events appear so much later than they happened; at Mailgun it is minutes. */
  delayEvents(delayMs: number): void;
  fail(fault: Fault, target?: FaultTarget): void;
  /** Posts an event webhook, signed as Mailgun signs. */
  deliver(hookUrl: string, receipt: ReceiptDraft): Promise<{ readonly status: number; readonly body: string }>;
  close(): Promise<void>;
}

/**
 * Starts a fake Mailgun. Give its `url` to the client as the region's base address.
 *
 * @example
 * ```ts
 * const mailgun = await startFakeMailgun();
 * mailgun.fail({ kind: 'resetAfter' }); // the next message is taken, and nobody is told
 * ```
 */
export async function startFakeMailgun(options: FakeMailgunOptions = {}): Promise<FakeMailgun> {
  const domain = options.domain ?? 'mg.shop.test';
  const apiKey = options.apiKey ?? 'key-0123456789abcdef';
  const signingKey = options.signingKey ?? 'signing-key-0123456789abcdef';
  const messages: AcceptedMessage[] = [];
  const suppressions: SuppressionLists = { bounces: new Map(), complaints: new Map(), unsubscribes: new Map() };
  let eventDelayMs = 0;
  const listAppeared = (): readonly AcceptedMessage[] =>
    messages.filter(({ acceptedAtMs }) => acceptedAtMs + eventDelayMs <= Date.now());
  const expected = `Basic ${Buffer.from(`api:${apiKey}`).toString('base64')}`;

  const upstream = await startHttpUpstream(async (request) => {
    // Mailgun tells a wrong key in plain text, not in JSON.
    if (request.headers['authorization'] !== expected) {
      return { status: 401, headers: { 'content-type': 'text/plain' }, body: 'Forbidden' };
    }
    if (request.method === 'POST' && request.path === '/v1/analytics/logs')
      return findEvents(listAppeared(), domain, request, upstream.url);
    const [, version, first, second, third] = request.path.split('/');
    if (first === 'domains') {
      return second === domain
        ? json(200, {
            domain: { name: domain, state: 'active', type: 'custom' },
            sending_dns_records: [],
            receiving_dns_records: [],
          })
        : refusal(404, 'Domain not found');
    }
    if (version !== 'v3' || first !== domain) return refusal(404, `Domain not found: ${first ?? ''}`);
    if (request.method === 'POST' && (second === 'messages' || second === 'messages.mime')) {
      return acceptMessage(messages, domain, request);
    }
    if (request.method === 'GET' && second === 'events')
      return findEvents(listAppeared(), domain, request, upstream.url);
    if (second === 'bounces' || second === 'complaints' || second === 'unsubscribes')
      return await serveSuppressions(suppressions[second], request, third, `${upstream.url}/v3/${domain}/${second}`);
    return refusal(404, 'not found');
  });

  return {
    url: upstream.url,
    domain,
    apiKey,
    signingKey,
    messages,
    suppressions,
    requests: upstream.requests,
    delayEvents: (delayMs) => {
      eventDelayMs = delayMs;
    },
    fail: upstream.fail,
    deliver: (hookUrl, receipt) =>
      postReceipt(hookUrl, receipt, {
        signingKey,
        token: randomBytes(25).toString('hex'),
        timestampS: Math.floor(Date.now() / 1000),
      }),
    close: upstream.close,
  };
}
