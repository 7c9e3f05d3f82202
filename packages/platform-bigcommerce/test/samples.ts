import { readdirSync, readFileSync } from 'node:fs';
import { AdapterError, type PlatformEvent, type ResourceReference } from '@regulars/adapter-contracts';
import type { Order } from '@regulars/core/commerce';
import type { Rejection, Result } from '@regulars/core/shared';
import type { BigCommerceConfig } from '../src/config.ts';
import { parseWebhook } from '../src/parse-webhook.ts';
import { readResource } from '../src/resources/read-resource.ts';

const folder = new URL('fixtures/', import.meta.url);

const config: BigCommerceConfig = {
  storeHash: 'abc123',
  accessToken: 'bctoken_0123456789',
  clientSecret: 'bcsecret_0123456789abcdef',
};

export type Read = Result<readonly PlatformEvent[], Rejection>;

export interface WebhookSample {
  readonly name: string;
  readonly topic: string;
  readonly body: Readonly<Record<string, unknown>>;
}

/** What is named, and what BigCommerce answers at each path. */
export interface ResourceSample {
  readonly name: string;
  readonly reference: ResourceReference;
  readonly answers: Readonly<Record<string, unknown>>;
}

export function readFixture(path: string): unknown {
  return JSON.parse(readFileSync(new URL(path, folder), 'utf8'));
}

const listNames = (of: string): readonly string[] =>
  readdirSync(new URL(of, folder)).map((file) => file.replace(/\.json$/, ''));

export const webhooks: readonly WebhookSample[] = listNames('webhooks/').map((name) => {
  const { topic, body } = readFixture(`webhooks/${name}.json`) as Omit<WebhookSample, 'name'>;
  // Whoever wrote them down left the store's hash out.
  return { name, topic, body: { ...body, producer: `stores/${config.storeHash}` } };
});

export const resources: readonly ResourceSample[] = listNames('resources/').map((name) => ({
  name,
  ...(readFixture(`resources/${name}.json`) as Omit<ResourceSample, 'name'>),
}));

export function getResource(name: string): ResourceSample {
  const found = resources.find((sample) => sample.name === name);
  if (found === undefined) throw new Error(`There is no sample ${name}.`);
  return found;
}

export function parse(topic: string, body: unknown): Read {
  const bytes = Buffer.from(typeof body === 'string' ? body : JSON.stringify(body));
  return parseWebhook({ topic, headers: {}, body: bytes }, config);
}

/** Reads as the adapter does, of a store that answers with these and has nothing else. */
export function read({ reference, answers }: Omit<ResourceSample, 'name'>, changed: object = {}): Promise<Read> {
  const get = async (path: string): Promise<unknown> => {
    if (path in answers) return answers[path];
    throw new AdapterError('Not there.', { kind: 'notFound', outcome: 'notDone' });
  };
  return readResource({ get }, { ...config, ...changed }, reference);
}

export function eventsOf(result: Read): readonly PlatformEvent[] {
  if (!result.ok) throw new Error(`${result.failure.code} ${result.failure.path}: ${result.failure.message}`);
  return result.value;
}

/** What comes out of an ordinary order with some fields changed, and with these refunds. */
export async function readOrderWith(
  changes: Readonly<Record<string, unknown>>,
  refunds: readonly object[] = [],
): Promise<Order> {
  const [event] = eventsOf(await readChanged(changes, refunds));
  if (event?.kind !== 'orderUpserted') throw new Error(`No order came out, but ${String(event?.kind)}.`);
  return event.order;
}

export function readChanged(
  changes: Readonly<Record<string, unknown>>,
  refunds: readonly object[] = [],
): Promise<Read> {
  const { reference, answers } = getResource('order.test-gateway');
  const path = `v2/orders/${reference.externalId}`;
  const order = { ...(answers[path] as object), payment_method: 'Credit Card', ...changes };
  return read({
    reference,
    answers: { [path]: order, [`${path}/coupons`]: null, 'v3/orders/payment_actions/refunds': { data: refunds } },
  });
}
