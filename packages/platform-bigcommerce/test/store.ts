import type { AdapterContext, PlatformConnection, PulledPage } from '@regulars/adapter-contracts';
import type { FakeBigCommerce } from '@regulars/adapter-testkit';
import type { Instant } from '@regulars/core/shared';
import type { BigCommerceConfig } from '../src/config.ts';
import { connect } from '../src/connect.ts';

export function connectTo(
  store: FakeBigCommerce,
  changes: Partial<AdapterContext> = {},
  config: Partial<BigCommerceConfig> = {},
): PlatformConnection {
  const { storeHash, accessToken, clientSecret, fetch } = store;
  const context = { timeoutMs: 10_000, allowPrivateNetwork: true, fetch, ...changes };
  return connect({ storeHash, accessToken, clientSecret, ...config }, context);
}

/** A clock that only moves while something is waited for. */
export function createIdleClock(startMs = 1_795_300_000_000) {
  const waits: number[] = [];
  let nowMs = startMs;
  return {
    waits,
    nowMs: () => nowMs,
    context: {
      now: () => nowMs as Instant,
      wait: async (durationMs: number) => {
        if (durationMs > 0) waits.push(durationMs);
        nowMs += durationMs;
      },
    },
  };
}

export function orderIds(pages: readonly PulledPage[]): readonly string[] {
  return pages.flatMap(({ events }) =>
    events.map((event) => (event.kind === 'orderUpserted' ? event.order.externalId : event.kind)),
  );
}
