import type { AdapterContext, PlatformConnection, PulledPage } from '@regulars/adapter-contracts';
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

export function instant(text: string): Instant {
  const parsed = parseInstant(text);
  if (parsed === null) throw new Error(`${text} is no instant.`);
  return parsed;
}

export function orderIds(pages: readonly PulledPage[]): readonly string[] {
  return pages.flatMap(({ events }) =>
    events.map((event) => (event.kind === 'orderUpserted' ? event.order.externalId : event.kind)),
  );
}
