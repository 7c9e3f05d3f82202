import {
  AdapterError,
  type AdapterContext,
  type PlatformConnection,
  type PulledPage,
} from '@regulars/adapter-contracts';
import type { FakeShopify } from '@regulars/adapter-testkit';
import { parseInstant, type Instant } from '@regulars/core/shared';
import type { ShopifyConfig } from '../src/config.ts';
import { connect } from '../src/connect.ts';

/** Reaches a fake store with its lasting token, unless told otherwise. */
export function connectTo(
  store: FakeShopify,
  changes: Partial<AdapterContext> = {},
  config: Partial<ShopifyConfig> = {},
): PlatformConnection {
  const { domain, accessToken, clientSecret, fetch } = store;
  const context = { timeoutMs: 10_000, allowPrivateNetwork: true, fetch, ...changes };
  return connect({ domain, clientSecret, access: 'token', accessToken, ...config }, context);
}

export async function errorOf(work: Promise<unknown>): Promise<AdapterError> {
  const error: unknown = await work.then(
    () => null,
    (thrown: unknown) => thrown,
  );
  if (error instanceof AdapterError) return error;
  throw new Error(`No AdapterError was thrown, but ${String(error)}.`);
}

export function instant(text: string): Instant {
  const parsed = parseInstant(text);
  if (parsed === null) throw new Error(`${text} is no instant.`);
  return parsed;
}

/** Takes pages until there is none, or until so many. */
export async function take(pages: AsyncIterable<PulledPage>, count = Number.POSITIVE_INFINITY): Promise<PulledPage[]> {
  const taken: PulledPage[] = [];
  for await (const page of pages) {
    taken.push(page);
    if (taken.length >= count) break;
  }
  return taken;
}

export function orderIds(pages: readonly PulledPage[]): readonly string[] {
  return pages.flatMap(({ events }) =>
    events.map((event) => (event.kind === 'orderUpserted' ? event.order.externalId : event.kind)),
  );
}
