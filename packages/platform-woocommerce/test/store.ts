import type {
  AdapterContext,
  PlatformConnection,
  PlatformEvent,
  PlatformHooks,
  PlatformPulls,
  PulledPage,
} from '@regulars/adapter-contracts';
import type { FakeWooCommerce } from '@regulars/adapter-testkit';
import { parseInstant, type Instant } from '@regulars/core/shared';
import type { WooCommerceConfig } from '../src/config.ts';
import { connect } from '../src/connect.ts';

/** Reaches a fake store; what is waited for is told to the context's `wait` and not waited for. */
export function connectTo(
  store: FakeWooCommerce,
  changes: Partial<AdapterContext> = {},
  config: Partial<WooCommerceConfig> = {},
): PlatformConnection & { readonly pulls: PlatformPulls; readonly hooks: PlatformHooks } {
  const context = { timeoutMs: 10_000, allowPrivateNetwork: true, wait: async () => undefined, ...changes };
  const connection = connect({ url: store.url, key: store.key, secret: store.secret, ...config }, context);
  const { pulls, hooks } = connection;
  if (pulls === undefined || hooks === undefined) throw new Error('Pulls and hooks are declared.');
  return { ...connection, pulls, hooks };
}

export function instant(text: string): Instant {
  const parsed = parseInstant(text);
  if (parsed === null) throw new Error(`${text} is no instant.`);
  return parsed;
}

/** A second of November 2026 as WooCommerce writes it. */
export function at(second: number): string {
  return new Date(Date.UTC(2026, 10, 1) + second * 1_000).toISOString().slice(0, 19);
}

export function idOf(event: PlatformEvent): string {
  switch (event.kind) {
    case 'orderUpserted':
      return event.order.externalId;
    case 'customerUpserted':
      return event.customer.externalId;
    case 'productUpserted':
      return event.product.externalId;
    default:
      return event.kind;
  }
}

export function idsOf(pages: readonly PulledPage[]): readonly string[] {
  return pages.flatMap(({ events }) => events.map(idOf));
}

/** How much each page was asked for. */
export function sizesAsked(store: FakeWooCommerce, path: RegExp): readonly number[] {
  return store.requests
    .filter((request) => path.test(request.path))
    .map(({ query }) => Number(new Map(query).get('per_page')));
}
