import { startFakeWooCommerce, type FakeWooCommerce, takePages } from '@regulars/adapter-testkit';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { at, connectTo, idsOf, instant } from '../../test/store.ts';

let store: FakeWooCommerce;
beforeEach(async () => {
  store = await startFakeWooCommerce();
});
afterEach(() => store.close());

const everything = { updatedFrom: null, cursor: null };

test('customers come by the age of their accounts, each once, whatever their role', async () => {
  for (let n = 0; n < 230; n += 1)
    store.addCustomer({ date_created_gmt: at(n), role: n % 50 === 0 ? 'administrator' : 'customer' });
  const ids = idsOf(await takePages(connectTo(store).pulls.customers(everything)));
  expect(ids).toEqual(Array.from({ length: 230 }, (_, n) => String(n + 2)));
});

test('customers that are deleted while others are read make nobody be skipped', async () => {
  for (let n = 0; n < 230; n += 1) store.addCustomer({ date_created_gmt: at(n) });
  const pulls = connectTo(store).pulls;
  const first = await takePages(pulls.customers(everything), 1);
  // More than a page's worth, the one the cursor names among them.
  for (let id = 2; id <= 101; id += 1) store.removeCustomer(id);
  const rest = await takePages(pulls.customers({ updatedFrom: null, cursor: first.at(-1)?.next ?? null }));
  expect(new Set([...idsOf(first), ...idsOf(rest)]).size).toBe(230);
});

test('customers that did not change since a time are left out, though all have to be read', async () => {
  store.addCustomer({ date_created_gmt: at(0) });
  store.addCustomer({ date_created_gmt: at(0), date_modified_gmt: at(7_200) });
  store.addCustomer({ date_created_gmt: at(0), date_modified_gmt: null });
  const since = { updatedFrom: instant(`${at(3_600)}Z`), cursor: null };
  expect(idsOf(await takePages(connectTo(store).pulls.customers(since)))).toEqual(['3']);
});

test('a customer comes as its webhook tells it', async () => {
  store.addCustomer({ date_created_gmt: at(0), meta_data: [{ id: 1, key: 'newsletter', value: 'yes' }] });
  const { pulls } = connectTo(store, {}, { consentMetaKey: 'newsletter' });
  expect((await takePages(pulls.customers(everything)))[0]?.events).toMatchObject([
    {
      kind: 'customerUpserted',
      customer: { email: 'customer-2@buyer.test', consent: { state: 'subscribed' }, country: 'DE' },
    },
  ]);
});

test('products come with categories, tags and whether they are digital; variations and drafts do not', async () => {
  const named = (name: string) => [{ id: 1, name, slug: name }];
  store.addProduct({
    date_created_gmt: at(0),
    categories: named('Käse &amp; Brot'),
    tags: named('bio'),
    virtual: true,
  });
  store.addProduct({ date_created_gmt: at(1), type: 'variation' });
  store.addProduct({ date_created_gmt: at(2), status: 'auto-draft' });
  store.addProduct({ date_created_gmt: at(3) });
  const { pulls } = connectTo(store, {}, { currency: 'EUR' });
  expect((await takePages(pulls.products(everything)))[0]?.events).toMatchObject([
    { product: { externalId: '10', categories: ['Käse & Brot'], tags: ['bio'], isDigital: true, priceMinor: 1990 } },
    { product: { externalId: '13', isDigital: false, isAvailable: true } },
  ]);
});
