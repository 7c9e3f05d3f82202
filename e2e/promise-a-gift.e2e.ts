import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startFakeWooCommerce, type FakeWooCommerce } from '@regulars/adapter-testkit';

import { listSeriousProblems } from './support/check-accessibility.ts';
import { createOwner } from './support/create-owner.ts';
import { openBrowser, openPage } from './support/open-browser.ts';
import { startInstance, type Instance } from './support/start-instance.ts';

const environment = { REGULARS_ALLOW_PRIVATE_NETWORK: 'true', REGULARS_POLL_MS: '200' };
const at = '2026-11-01T10:00:00';

describe('a friend is promised a gift', () => {
  let instance: Instance;
  let browser: Browser;
  let woo: FakeWooCommerce;
  let page: Page;
  let complaints: readonly string[];
  let store: string;

  const api = async <Answer>(path: string): Promise<Answer> =>
    (await (await page.request.get(`${instance.url}/api/v1${path}`)).json()) as Answer;

  beforeAll(async () => {
    woo = await startFakeWooCommerce();
    woo.addProduct({ name: 'Mug of stoneware', date_created_gmt: at });
    woo.addOrder({ status: 'completed', date_created_gmt: at });
    instance = await startInstance({ mode: 'embedded', environment });
    browser = await openBrowser();
    ({ page, complaints } = await openPage(browser));
    await createOwner(page, instance.setupLink ?? '');
    const { data } = await api<{ data: { id: string }[] }>('/stores');
    store = `/stores/${data[0]?.id ?? ''}`;
    await page.request.post(`${instance.url}/api/v1${store}/connections`, {
      headers: { origin: instance.url },
      data: {
        purpose: 'platform',
        adapterId: 'woocommerce',
        config: { url: woo.url, key: woo.key, secret: woo.secret },
      },
    });
  });
  afterAll(async () => {
    await browser?.close();
    await instance?.stop();
    await woo?.close();
  });

  it('which is chosen among the products of the shop', async () => {
    await expect
      .poll(() => api<{ data: unknown[] }>(`${store}/customers`), { timeout: 60_000 })
      .toHaveProperty('data.0');
    await page.getByRole('link', { name: 'Referrals & rewards' }).click();
    await page.getByRole('button', { name: 'Change: A friend, for the first order' }).click();
    await page.getByLabel('What is given').selectOption({ label: 'A gift' });
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByText('Choose a product.').waitFor();
    expect(await listSeriousProblems(page)).toEqual([]);
    await page.getByLabel('The gift').fill('stoneware');
    await page.getByRole('option', { name: /Mug of stoneware/ }).click();
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByText('Gift: Mug of stoneware').waitFor();
    expect(complaints).toEqual([]);
  });

  it('and gets a code that takes one piece of it off', async () => {
    const { data } = await api<{ data: { id: string }[] }>(`${store}/customers`);
    const { url } = await api<{ url: string }>(`${store}/customers/${data[0]?.id ?? ''}/advocate-link`);
    await page.goto(url);
    await page.getByText('So here is Mug of stoneware as a gift with your first order.').waitFor();
    await page.getByLabel('Your e-mail address').fill('friend@buyer.example');
    await page.getByRole('button', { name: 'Get my code' }).click();
    await page.getByText('Mug of stoneware as a gift with your first order, until').waitFor({ timeout: 30_000 });
    expect(woo.coupons).toMatchObject([
      { discount_type: 'percent', amount: '100.00', product_ids: [10], limit_usage_to_x_items: 1, usage_limit: 1 },
    ]);
  });
});
