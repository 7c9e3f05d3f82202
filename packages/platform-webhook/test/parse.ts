import type { PlatformEvent } from '@regulars/adapter-contracts';
import type { Rejection, Result } from '@regulars/core/shared';
import type { WebhookConfig } from '../src/config.ts';
import { parseWebhook } from '../src/parse-webhook.ts';
import { readSample } from './sample.ts';

export type Parsed = Result<readonly PlatformEvent[], Rejection>;

/** Parses a body, given as bytes, as text or as what it says. */
export function parse(body: unknown, moneyFormat: WebhookConfig['moneyFormat'] = 'minor'): Parsed {
  const bytes = Buffer.isBuffer(body) ? body : Buffer.from(typeof body === 'string' ? body : JSON.stringify(body));
  return parseWebhook({ topic: '', headers: {}, body: bytes }, { moneyFormat });
}

export function eventsOf(parsed: Parsed): readonly PlatformEvent[] {
  if (!parsed.ok) throw new Error(`${parsed.failure.code} ${parsed.failure.path}: ${parsed.failure.message}`);
  return parsed.value;
}

/** The sample order, of a customer with an account. */
export const order = readSample('order.upserted.json');

/** That order with some fields of its data changed. */
export function orderWith(changes: Readonly<Record<string, unknown>>): object {
  return { ...order, data: { ...order.data, ...changes } };
}
