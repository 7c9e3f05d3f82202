import { readdirSync, readFileSync } from 'node:fs';
import type { PlatformEvent } from '@regulars/adapter-contracts';
import type { Order } from '@regulars/core/commerce';
import type { Rejection, Result } from '@regulars/core/shared';
import type { ShopifyConfig } from '../src/config.ts';
import { parseWebhook } from '../src/parse-webhook.ts';

const folder = new URL('fixtures/', import.meta.url);

export const config: ShopifyConfig = {
  domain: 'shop.myshopify.com',
  clientSecret: 'shpss_0123456789',
  currency: 'USD',
};

export type Parsed = Result<readonly PlatformEvent[], Rejection>;

export interface Sample {
  readonly name: string;
  readonly topic: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: object;
}

export function readFixture(path: string): unknown {
  return JSON.parse(readFileSync(new URL(path, folder), 'utf8'));
}

interface Recorded {
  readonly topic: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: object;
}

/** Test notifications with the headers they came with, and the law's three, which are bodies only. */
function listWebhooks(): readonly Sample[] {
  return readdirSync(new URL('webhooks/', folder)).map((file): Sample => {
    const name = file.replace(/\.json$/, '');
    const read = readFixture(`webhooks/${file}`) as Recorded;
    if (name.startsWith('compliance.'))
      return { name, topic: name.replace('compliance.', '').replace('.', '/'), headers: {}, body: read };
    const shop = { 'x-shopify-shop-domain': read.headers['x-shopify-shop-domain'] ?? '' };
    return { name, topic: read.topic, headers: shop, body: read.body };
  });
}

/** The official examples of resources, as the webhooks that carry them. */
function listResources(): readonly Sample[] {
  const topics = {
    order: 'orders/updated',
    refund: 'refunds/create',
    customer: 'customers/update',
    product: 'products/update',
  };
  const single = Object.entries(topics).map(([kind, topic]): Sample => {
    const read = readFixture(`rest-2026-07/${kind}.json`) as Readonly<Record<string, object>>;
    return { name: `rest.${kind}`, topic, headers: {}, body: read[kind] ?? {} };
  });
  const lists = { orders: 'orders/updated', customers: 'customers/update', refunds: 'refunds/create' };
  const several = Object.entries(lists).flatMap(([kind, topic]) => {
    const read = readFixture(`rest-2026-07/${kind}-list.json`) as Readonly<Record<string, readonly object[]>>;
    return (read[kind] ?? []).map((body, at): Sample => ({
      name: `rest.${kind}-list.${at}`,
      topic,
      headers: {},
      body,
    }));
  });
  const checkouts = readFixture('rest-2026-07/abandoned-checkouts-list.json') as {
    readonly checkouts: readonly object[];
  };
  const carts = checkouts.checkouts.map((body, at): Sample => ({
    name: `rest.checkouts-list.${at}`,
    topic: 'checkouts/update',
    headers: {},
    body,
  }));
  return [...single, ...several, ...carts];
}

/** The official order, as it is of shops that do more than sell. */
function listOwn(): readonly Sample[] {
  const { order } = readFixture('rest-2026-07/order.json') as { readonly order: object };
  return readdirSync(new URL('own/', folder)).map((file): Sample => {
    const { changes } = readFixture(`own/${file}`) as { readonly changes: object };
    const name = `own.${file.replace(/\.json$/, '')}`;
    return { name, topic: 'orders/updated', headers: {}, body: { ...order, ...changes } };
  });
}

export const samples: readonly Sample[] = [...listWebhooks(), ...listResources(), ...listOwn()];

export function getSample(name: string): Sample {
  const found = samples.find((sample) => sample.name === name);
  if (found === undefined) throw new Error(`There is no sample ${name}.`);
  return found;
}

export function parse(topic: string, body: unknown, headers: Readonly<Record<string, string>> = {}): Parsed {
  const bytes = Buffer.from(typeof body === 'string' ? body : JSON.stringify(body));
  return parseWebhook({ topic, headers, body: bytes }, config);
}

export function eventsOf(parsed: Parsed): readonly PlatformEvent[] {
  if (!parsed.ok) throw new Error(`${parsed.failure.code} ${parsed.failure.path}: ${parsed.failure.message}`);
  return parsed.value;
}

/** What comes out of the official example of an order with some fields changed. */
export function orderWith(changes: Readonly<Record<string, unknown>>, topic = 'orders/updated'): Order {
  const [event] = eventsOf(parse(topic, { ...getSample('rest.order').body, ...changes }));
  if (event?.kind !== 'orderUpserted') throw new Error('No order came out.');
  return event.order;
}
