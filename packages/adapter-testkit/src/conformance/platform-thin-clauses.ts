import assert from 'node:assert/strict';
import type { PlatformConnection, ResourceReference } from '@regulars/adapter-contracts';
import { assertFails, assertTellsNone } from './adapter-error-assertions.ts';
import { clause, type Clause } from './clause.ts';
import { withConnection, type PlatformHarness, type PlatformUpstream } from './platform-harness.ts';
import { verified } from './webhook-harness.ts';

/** For adapters that declare `thinWebhooks`: what a delivery names is read as it is now, or told not to be there. */
export function thinClauses<Config>(harness: PlatformHarness<Config>): readonly Clause[] {
  const { adapter, webhooks, orderSample, config } = harness;
  function readNamed(): ResourceReference {
    const parsed = adapter.parseWebhook(verified(adapter, webhooks, orderSample), config);
    assert.ok(parsed.ok);
    const named = parsed.value.find((event) => event.kind === 'resourceChanged');
    assert.ok(named !== undefined, 'thinWebhooks is declared, and the sample names nothing.');
    return named;
  }
  const reading = (connection: PlatformConnection) => {
    assert.ok(
      connection.readResource !== undefined,
      'thinWebhooks is declared, and the connection has no readResource.',
    );
    return connection.readResource(readNamed());
  };
  const wrongKey = async (connection: PlatformConnection, upstream: PlatformUpstream<Config>): Promise<void> => {
    upstream.putSampleOrder?.();
    const error = await assertFails(() => reading(connection), { outcome: 'notDone', kind: 'unauthenticated' });
    assertTellsNone(error, upstream.secrets);
  };
  return [
    clause('thin.same_order', 'The order that is read is the one that was named.', () =>
      withConnection(harness, async (connection, upstream) => {
        upstream.putSampleOrder?.();
        const read = await reading(connection);
        assert.ok(read.ok);
        const orders = read.value.flatMap((event) => (event.kind === 'orderUpserted' ? [event.order.externalId] : []));
        assert.deepEqual(orders, [readNamed().externalId]);
      }),
    ),
    clause('thin.not_there', 'What the platform does not have is told as such, for it may come.', () =>
      withConnection(harness, async (connection) => {
        await assertFails(() => reading(connection), { outcome: 'notDone', kind: 'notFound' });
      }),
    ),
    clause('thin.wrong_key', 'Wrong credentials are told as such, and never as something that is not there.', () =>
      withConnection(harness, wrongKey, (upstream) => upstream.wrongConfig),
    ),
  ];
}
