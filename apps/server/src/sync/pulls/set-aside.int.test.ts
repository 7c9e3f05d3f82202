import { sql } from 'kysely';
import { pino } from 'pino';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { PlatformEvent, PlatformPulls } from '@regulars/adapter-contracts';
import { startFakeWooCommerce } from '@regulars/adapter-testkit';
import { woocommerce } from '@regulars/platform-woocommerce';
import { openTestDatabase, type OpenTestDatabase } from '../../../test-support/open-test-database.ts';
import { createPulledStore } from '../../../test-support/pulled-store.ts';
import { registryOf } from '../../../test-support/test-platform.ts';
import { applyDeliveries } from '../../customers/apply-deliveries.ts';
import { replayPoison } from '../../intake/repository.ts';

let opened: OpenTestDatabase;
beforeAll(async () => {
  opened = await openTestDatabase();
});
afterAll(() => opened.close());

/** More than Postgres can count. */
const beyondCounting = 1e30;

function spoil(event: PlatformEvent): PlatformEvent {
  if (event.kind !== 'orderUpserted' || event.order.number !== '1001') return event;
  const { order } = event;
  return { kind: 'orderUpserted', order: { ...order, totals: { ...order.totals, grandMinor: beyondCounting } } };
}

function spoilOrders(pulls: PlatformPulls): PlatformPulls {
  return {
    ...pulls,
    async *orders(start) {
      for await (const page of pulls.orders(start)) yield { ...page, events: page.events.map(spoil) };
    },
  };
}

const spoiled: typeof woocommerce = {
  ...woocommerce,
  connect(config, context) {
    const connection = woocommerce.connect(config, context);
    return { ...connection, ...(connection.pulls && { pulls: spoilOrders(connection.pulls) }) };
  },
};

it('an order that we fail to take in is set aside as it was pulled, once, and comes in when it is replayed', async () => {
  const woo = await startFakeWooCommerce();
  for (let n = 0; n < 3; n += 1) woo.addOrder({ status: 'processing', date_created_gmt: `2026-06-0${n + 1}T12:00:00` });
  const config = { url: woo.url, key: woo.key, secret: woo.secret };
  const store = await createPulledStore(opened, spoiled, { config });
  const numbers = async () =>
    (await store.rows(sql<{ number: string }>`select number from orders order by 1`)).map(({ number }) => number);
  await store.work();
  await woo.close();

  expect((await store.pulls())['backfill orders']).toMatchObject({ state: 'done', ordersDone: 2, partsRejected: 1 });
  expect(await numbers()).toEqual(['1000', '1002']);
  const kept = sql<{ state: string; reason: string; topic: string }>`select state, reason, topic from delivery`;
  expect(await store.rows(kept)).toEqual([
    { state: 'poison', reason: 'delivery.failed', topic: 'regulars/pulled-event' },
  ]);

  // As after a fix of ours.
  await store.rows(sql`
    update delivery set body = convert_to(replace(convert_from(body, 'utf8'), '1e+30', '3980'), 'utf8')`);
  await opened.database.withStore(store.storeId, (tx) => replayPoison(tx, store.storeId, null));
  await applyDeliveries(
    {
      database: opened.database,
      log: pino({ level: 'silent' }),
      platformAdapter: registryOf(woocommerce).findPlatformAdapter,
      connectionConfig: async () => config,
      connectPlatform: async () => null,
      thinAdapterIds: [],
    },
    store.storeId,
  );
  expect(await numbers()).toEqual(['1000', '1001', '1002']);
});
