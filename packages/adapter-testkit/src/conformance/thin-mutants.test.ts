import { AdapterError, type PlatformConnection } from '@regulars/adapter-contracts';
import { ok, toInstant } from '@regulars/core/shared';
import { expect, test } from 'vitest';
import { findFault, type Shop } from '../../test/mutants.ts';
import { tinyShop, tinyShopHarness } from '../../test/tiny-shop.ts';
import { platformClauses } from './platform-clauses.ts';

type ReadResource = NonNullable<PlatformConnection['readResource']>;

/** The tiny shop with deliveries that only name their order, which is read from its first page. */
function shopReading(change: (read: ReadResource) => ReadResource | undefined): Shop {
  return {
    ...tinyShop,
    capabilities: { ...tinyShop.capabilities, thinWebhooks: true },
    parseWebhook: (webhook, config) => {
      const told = tinyShop.parseWebhook(webhook, config);
      if (!told.ok) return told;
      const [event] = told.value;
      if (event?.kind !== 'orderUpserted') return told;
      return ok([{ kind: 'resourceChanged', resource: 'order', externalId: event.order.externalId }]);
    },
    connect: (config, context) => {
      const connection = tinyShop.connect(config, context);
      const changed = change(async ({ externalId }) => {
        for await (const { events } of connection.pulls?.orders({ updatedFrom: null, cursor: null }) ?? []) {
          const [event] = events;
          if (event?.kind === 'orderUpserted') return ok([{ ...event, order: { ...event.order, externalId } }]);
        }
        throw new AdapterError('There is no such order.', { kind: 'notFound', outcome: 'notDone' });
      });
      return { ...connection, ...(changed === undefined ? {} : { readResource: changed }) };
    },
  };
}

function clausesOf(adapter: Shop) {
  const harness = tinyShopHarness(adapter);
  return platformClauses({
    ...harness,
    startUpstream: async () => {
      const upstream = await tinyShopHarness(adapter).startUpstream?.();
      if (upstream === undefined) throw new Error('The tiny shop has no upstream.');
      const sample = { placedAt: toInstant(1_795_300_000_000), kind: 'order' as const };
      return { ...upstream, putSampleOrder: () => upstream.addOrders?.([sample]) };
    },
  });
}

const asAbsent = (error: unknown): never => {
  throw new AdapterError(`It failed: ${String(error)}`, { kind: 'notFound', outcome: 'notDone' });
};

const mutants: readonly (readonly [fault: string, clause: string, adapter: Shop])[] = [
  ['reads nothing', 'thin.same_order', shopReading(() => async () => ok([]))],
  [
    'reads another order',
    'thin.same_order',
    shopReading((read) => (reference) => read({ ...reference, externalId: 'T-2' })),
  ],
  [
    'takes what is not there for nothing to tell',
    'thin.not_there',
    shopReading((read) => (reference) => read(reference).catch(() => ok([]))),
  ],
  [
    'takes a wrong key for an order that is not there',
    'thin.wrong_key',
    shopReading((read) => (reference) => read(reference).catch(asAbsent)),
  ],
  ['declares it and cannot read', 'manifest.consistent', shopReading(() => undefined)],
];

test('a thin shop keeps every clause', async () => {
  for (const { id } of clausesOf(shopReading((read) => read)).filter((clause) =>
    /^(thin|order|manifest)\./.test(clause.id),
  ))
    expect(await findFault(clausesOf(shopReading((read) => read)), id), id).toBeNull();
});

test.for(mutants)('an adapter that %s breaks %s', async ([, id, adapter]) => {
  expect(await findFault(clausesOf(adapter), id)).toBeInstanceOf(Error);
});
