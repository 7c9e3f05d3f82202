import { readFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

import { snapshotSchema, type Snapshot } from '@regulars/server/customers/carts/storefront-snapshot.ts';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';

import { openBrowser, openPage } from './support/open-browser.ts';

const script = readFileSync(new URL('../apps/server/storefront/v1.js', import.meta.url));
const key = `rsf_${'k'.repeat(24)}`;

let browser: Browser;
let regulars: Site;
let shop: Site;
/** What the shop's pages told. */
let told: Snapshot[];
/** What the shop answers as the shopper's cart. */
let inCart: readonly { readonly id: number; readonly quantity: number; readonly permalink: string }[];
/** How the shop puts the script on its pages. */
let attributes: string;

interface Site {
  readonly url: string;
  close(): void;
}

async function serve(answer: (request: IncomingMessage, response: ServerResponse) => void): Promise<Site> {
  const server = createServer(answer);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return { url: `http://127.0.0.1:${port}`, close: () => server.close() };
}

/** Stands for Regulars: hands out the script and holds what is told to the schema of the real one. */
async function takeSnapshot(request: IncomingMessage, response: ServerResponse): Promise<void> {
  response.setHeader('access-control-allow-origin', '*');
  if (request.method === 'GET') return void response.setHeader('content-type', 'text/javascript').end(script);
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  told.push(snapshotSchema.parse(JSON.parse(Buffer.concat(chunks).toString())));
  response.writeHead(202).end();
}

/** A tiny WooCommerce: a page that names its API, a checkout with the classic address field, and the shopper's cart. */
function showShop(request: IncomingMessage, response: ServerResponse): void {
  if (request.url === '/wp-json/wc/store/v1/cart')
    return void response.setHeader('content-type', 'application/json').end(JSON.stringify({ items: inCart }));
  if (request.url === '/favicon.ico') return void response.writeHead(204).end();
  response.setHeader('content-type', 'text/html');
  response.setHeader(
    'content-security-policy',
    `default-src 'self'; script-src ${regulars.url}; connect-src 'self' ${regulars.url}`,
  );
  const api = request.url?.startsWith('/plain') === true ? '' : '<link rel="https://api.w.org/" href="/wp-json/">';
  response.end(`<!doctype html><title>Shop</title>${api}
    <input id="billing_email" type="email"><input id="other" type="email"><button>Next</button>
    <script src="${regulars.url}/storefront/v1.js" data-key="${key}" ${attributes} defer></script>`);
}

beforeAll(async () => {
  browser = await openBrowser();
  regulars = await serve((request, response) => void takeSnapshot(request, response));
  shop = await serve(showShop);
});
afterAll(async () => {
  await browser?.close();
  regulars?.close();
  shop?.close();
});
beforeEach(() => {
  told = [];
  attributes = 'data-consent="given"';
  inCart = [
    { id: 17, quantity: 1, permalink: `${shop.url}/product/grinder/` },
    { id: 990, quantity: 2, permalink: `${shop.url}/product/tea/?attribute_size=xl` },
  ];
});

async function visit(path: string, prepare: (page: Page) => Promise<unknown> = async () => undefined): Promise<Page> {
  const { page, complaints } = await openPage(browser);
  await prepare(page);
  await page.goto(`${shop.url}${path}`);
  expect(complaints).toEqual([]);
  return page;
}
async function type(page: Page, address: string, field = '#billing_email'): Promise<void> {
  await page.locator(field).fill(address);
  await page.locator('button').focus();
}
/** By the end of it, whatever the page was going to tell it has told: the cart of one more visitor arrives after it. */
async function settle(): Promise<readonly Snapshot[]> {
  const marker = `marker-${told.length}@buyer.test`;
  const before = attributes;
  attributes = 'data-consent="given"';
  const page = await visit('/checkout');
  await type(page, marker);
  await expect.poll(() => told.some(({ email }) => email === marker)).toBe(true);
  await page.context().close();
  attributes = before;
  return told.filter(({ email }) => !email.startsWith('marker-'));
}

describe('the script on a shop’s pages', () => {
  it('tells of the cart once an address was typed in the checkout, under the shop’s own policy for scripts', async () => {
    const page = await visit('/checkout');
    expect(told).toEqual([]);
    await type(page, 'not an address');
    await type(page, 'ada@buyer.test');
    expect(await settle()).toEqual([
      {
        key,
        email: 'ada@buyer.test',
        cart: {
          id: expect.stringMatching(/^[0-9a-f]{32}$/),
          url: `${shop.url}/checkout`,
          items: [
            { productId: '17', quantity: 1, productUrl: `${shop.url}/product/grinder/` },
            { productId: '990', quantity: 2, productUrl: `${shop.url}/product/tea/?attribute_size=xl` },
          ],
        },
      },
    ]);
    await page.context().close();
  });

  it('tells of the same cart on the next page, of the empty one after the order, and then of another', async () => {
    const page = await visit('/checkout');
    await type(page, 'ada@buyer.test');
    await expect.poll(() => told.length).toBe(1);
    inCart = inCart.slice(0, 1);
    await page.goto(`${shop.url}/shop`);
    await expect.poll(() => told.length).toBe(2);
    inCart = [];
    await page.goto(`${shop.url}/order-received`);
    await expect.poll(() => told.length).toBe(3);
    inCart = [{ id: 5, quantity: 1, permalink: `${shop.url}/product/mug/` }];
    await page.goto(`${shop.url}/shop`);
    await expect.poll(() => told.length).toBe(4);
    expect(told.map(({ cart }) => cart.items.length)).toEqual([2, 1, 0, 1]);
    const ids = told.map(({ cart }) => cart.id);
    expect([ids[1], ids[2]]).toEqual([ids[0], ids[0]]);
    expect(ids[3]).not.toBe(ids[0]);
    await page.context().close();
  });

  it('tells nothing of an address typed elsewhere', async () => {
    const page = await visit('/checkout');
    await type(page, 'ada@buyer.test', '#other');
    expect(await settle()).toEqual([]);
    await page.context().close();
  });

  it('keeps silent until the shop says that the visitor agreed, and forgets when they take it back', async () => {
    attributes = '';
    const page = await visit('/checkout');
    await type(page, 'ada@buyer.test');
    expect(await settle()).toEqual([]);
    await page.evaluate('regulars.consent(true)');
    await type(page, 'eva@buyer.test');
    await expect.poll(() => told.at(-1)?.email).toBe('eva@buyer.test');
    await page.evaluate('regulars.consent(false)');
    expect(await page.evaluate('JSON.stringify(sessionStorage)')).toBe('{"regulars.consent":"refused"}');
    attributes = 'data-consent="given"';
    await page.reload();
    await type(page, 'ida@buyer.test');
    expect((await settle()).map(({ email }) => email)).toEqual(['eva@buyer.test']);
    await page.context().close();
  });

  it.for([
    ['Global Privacy Control', 'globalPrivacyControl', 'true'],
    ['Do Not Track', 'doNotTrack', '"1"'],
  ] as const)('keeps silent where %s is set', async ([, name, value]) => {
    const page = await visit('/checkout', (fresh) =>
      fresh.addInitScript(`Object.defineProperty(Navigator.prototype, '${name}', { get: () => ${value} })`),
    );
    await type(page, 'ada@buyer.test');
    await page.evaluate(`regulars.cart({ items: [{ productId: 1, quantity: 1 }] })`);
    expect(await settle()).toEqual([]);
    await page.context().close();
  });

  it('takes the cart of any shop that tells it', async () => {
    const page = await visit('/plain');
    await page.evaluate(`regulars.cart({ items: [{ productId: 'A-1', quantity: 2 }], url: '/basket?x=1' })`);
    await page.evaluate(`regulars.email('ada@buyer.test')`);
    await expect.poll(() => told.length).toBe(1);
    expect(told[0]?.cart).toMatchObject({ url: `${shop.url}/basket?x=1`, items: [{ productId: 'A-1', quantity: 2 }] });
    await page.context().close();
  });
});
