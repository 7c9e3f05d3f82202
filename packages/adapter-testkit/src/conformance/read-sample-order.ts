import assert from 'node:assert/strict';
import type { PlatformEvent } from '@regulars/adapter-contracts';
import type { Order } from '@regulars/core/commerce';
import type { Rejection, Result } from '@regulars/core/shared';
import { withConnection, type PlatformHarness } from './platform-harness.ts';
import { verified } from './webhook-harness.ts';

/** The order the sample tells; where it only names one, what the platform says of it. */
export async function readSampleOrder<Config>(harness: PlatformHarness<Config>): Promise<Order> {
  const { adapter, webhooks, orderSample, config } = harness;
  const told = read(adapter.parseWebhook(verified(adapter, webhooks, orderSample), config));
  const named = told.find((event) => event.kind === 'resourceChanged');
  if (named === undefined) return findOrder(told);
  let order: Order | undefined;
  await withConnection(harness, async (connection, upstream) => {
    assert.ok(
      upstream.putSampleOrder !== undefined,
      'The sample only names its order; the upstream needs putSampleOrder.',
    );
    upstream.putSampleOrder();
    assert.ok(
      connection.readResource !== undefined,
      'thinWebhooks is declared, and the connection has no readResource.',
    );
    order = findOrder(read(await connection.readResource(named)));
  });
  assert.ok(order !== undefined);
  return order;
}

function read(result: Result<readonly PlatformEvent[], Rejection>): readonly PlatformEvent[] {
  assert.ok(result.ok, result.ok ? '' : `${result.failure.code} ${result.failure.path}`);
  return result.value;
}

function findOrder(events: readonly PlatformEvent[]): Order {
  const event = events.find(({ kind }) => kind === 'orderUpserted');
  assert.ok(event?.kind === 'orderUpserted', 'The sample tells no order.');
  return event.order;
}
