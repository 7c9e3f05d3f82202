import type { PlatformEvent } from '@regulars/adapter-contracts';
import type { Order } from '@regulars/core/commerce';
import type { Rejection, Result } from '@regulars/core/shared';
import type { WooCommerceConfig } from '../src/config.ts';
import { parseWebhook } from '../src/parse-webhook.ts';
import { readBody, readRecording } from './recordings.ts';

export type Parsed = Result<readonly PlatformEvent[], Rejection>;

const config: WooCommerceConfig = {
  url: 'https://shop.example.com',
  key: 'ck_0123456789',
  secret: 'cs_0123456789',
  consentMetaKey: '_newsletter',
  currency: 'EUR',
};

/** Parses a body, given as bytes, as text or as what it says. */
export function parse(topic: string, body: unknown): Parsed {
  const bytes = Buffer.isBuffer(body) ? body : Buffer.from(typeof body === 'string' ? body : JSON.stringify(body));
  return parseWebhook({ topic, headers: {}, body: bytes }, config);
}

/** The events of a recorded webhook, just as it was received. */
export function parseRecording(file: string): Parsed {
  const { request, body } = readRecording(file);
  return parse(request.headers['x-wc-webhook-topic'] ?? '', body);
}

export function eventsOf(parsed: Parsed): readonly PlatformEvent[] {
  if (!parsed.ok) throw new Error(`${parsed.failure.code} ${parsed.failure.path}: ${parsed.failure.message}`);
  return parsed.value;
}

export function orderOf(parsed: Parsed): Order {
  const event = eventsOf(parsed).find(({ kind }) => kind === 'orderUpserted');
  if (event?.kind !== 'orderUpserted') throw new Error('No order came out.');
  return event.order;
}

/** A recorded order that was paid: three lines, a customer with an account, shipping. */
export const simple: Readonly<Record<string, unknown>> = readBody('order.created-simple.json');

/** What comes out of that order with some fields changed. */
export function orderWith(changes: Readonly<Record<string, unknown>>): Order {
  return orderOf(parse('order.updated', { ...simple, ...changes }));
}

/** `meta_data` as WooCommerce writes it. */
export function meta(entries: Readonly<Record<string, unknown>>): readonly object[] {
  return Object.entries(entries).map(([key, value], id) => ({ id, key, value }));
}
