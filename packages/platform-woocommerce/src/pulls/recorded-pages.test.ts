import { startHttpUpstream, takePages } from '@regulars/adapter-testkit';
import { expect, test } from 'vitest';
import { readAnswer } from '../../test/recordings.ts';
import { idOf } from '../../test/store.ts';
import { connect } from '../connect.ts';

/** A store that has what a page of a real one had. */
async function pull(recording: string, kind: 'orders' | 'customers' | 'products') {
  const rows = readAnswer(recording) as unknown as readonly object[];
  const body = JSON.stringify(rows);
  const store = await startHttpUpstream(() => ({ status: 200, headers: { 'x-wp-total': String(rows.length) }, body }));
  const { pulls } = connect(
    { url: store.url, key: 'ck_1', secret: 'cs_1', currency: 'EUR' },
    { timeoutMs: 10_000, allowPrivateNetwork: true },
  );
  const pages = pulls === undefined ? [] : await takePages(pulls[kind]({ updatedFrom: null, cursor: null }));
  await store.close();
  return pages.flatMap(({ events }) => events);
}

test('orders of two real pages, a guest’s among them', async () => {
  const events = [
    ...(await pull('rest-orders-page-1.json', 'orders')),
    ...(await pull('rest-orders-page-2.json', 'orders')),
  ];
  expect(events.map(({ kind }) => kind)).toEqual(Array.from({ length: 6 }, () => 'orderUpserted'));
  expect(events[0]).toMatchObject({
    order: {
      externalId: '12',
      status: 'paid',
      currency: 'EUR',
      totals: { itemsMinor: 3980, grandMinor: 3980, refundedMinor: 0 },
      customer: { externalId: null, email: 'zoe@example.test', firstName: 'Zoë' },
      lineItems: [{ name: 'Käsebrot / "groß" 🧀', quantity: 2, subtotalMinor: 3980 }],
    },
  });
});

test('a customer of a real page', async () => {
  expect(await pull('rest-customers-page.json', 'customers')).toMatchObject([
    { customer: { externalId: '2', email: 'Anna.Mueller@Example.Test', phone: '+49 221 1', country: 'DE' } },
  ]);
});

test('products of a real page, the variable one as its parent', async () => {
  const events = await pull('rest-products-page.json', 'products');
  expect(events.map(idOf)).toHaveLength(2);
  expect(events.find((event) => idOf(event) === '16')).toMatchObject({
    product: { title: 'Hoodie', priceMinor: 4800, categories: ['Uncategorized'], isAvailable: true },
  });
});
