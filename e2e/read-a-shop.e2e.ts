import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startFakeWooCommerce, type FakeWooCommerce } from '@regulars/adapter-testkit';

import { listSeriousProblems } from './support/check-accessibility.ts';
import { createOwner } from './support/create-owner.ts';
import { openBrowser, openPage } from './support/open-browser.ts';
import { startInstance, type Instance } from './support/start-instance.ts';

const environment = { REGULARS_ALLOW_PRIVATE_NETWORK: 'true', REGULARS_POLL_MS: '200' };
const orders = 130;
const hourMs = 3_600_000;

describe('a shop that was there before us', () => {
  let instance: Instance;
  let browser: Browser;
  let woo: FakeWooCommerce;
  let page: Page;
  let complaints: readonly string[];

  beforeAll(async () => {
    woo = await startFakeWooCommerce();
    for (let hoursAgo = orders + 2; hoursAgo > 2; hoursAgo -= 1) {
      const at = new Date(Date.now() - hoursAgo * hourMs).toISOString().slice(0, 19);
      woo.addOrder({ status: 'completed', date_created_gmt: at });
    }
    instance = await startInstance({ mode: 'embedded', environment });
    browser = await openBrowser();
    ({ page, complaints } = await openPage(browser));
    await createOwner(page, instance.setupLink ?? '');
    const store = { slug: 'roastery', name: 'The Roastery', currency: 'EUR' };
    await page.request.post(`${instance.url}/api/v1/stores`, { headers: { origin: instance.url }, data: store });
  });
  afterAll(async () => {
    await browser?.close();
    await instance?.stop();
    await woo?.close();
  });

  const standing = () => page.getByRole('region', { name: 'How it stands with the shop' });

  it('is connected with its keys, and read to the end by itself', async () => {
    await page.goto(`${instance.url}/stores/roastery/connections`);
    await page.getByRole('button', { name: 'Add a connection' }).click();
    await page.getByLabel('What do you want to connect?').selectOption('woocommerce');
    await page.getByRole('radio', { name: 'Keys by hand' }).click();
    await page.getByLabel('Address of the shop').fill(woo.url);
    await page.getByLabel('REST API key (ck_…)').fill(woo.key);
    await page.getByLabel('REST API secret (cs_…)').fill(woo.secret);
    await page.getByRole('button', { name: 'Connect', exact: true }).click();
    await standing().waitFor();
    await standing().getByText('Details', { exact: true }).click();
    await standing().getByText(`${orders} read, done`).waitFor({ timeout: 60_000 });
  });

  it('has as many orders as are here, and the same', async () => {
    await standing().getByRole('button', { name: 'Check now' }).click();
    await standing().getByText('All are here, and alike.').waitFor({ timeout: 30_000 });
    await standing().getByText(`Every order is here: ${orders} in the shop, ${orders} here`).waitFor();
  });

  it('gets the webhook back that somebody deleted there', async () => {
    await expect.poll(() => woo.webhooks.length, { timeout: 30_000 }).toBeGreaterThan(0);
    const before = woo.webhooks.map(({ topic }) => topic).toSorted();
    woo.removeWebhooks('order.updated');
    await standing().getByRole('button', { name: 'Repair now' }).click();
    await standing().getByText('Repaired now: order.updated.').waitFor({ timeout: 30_000 });
    expect(woo.webhooks.map(({ topic }) => topic).toSorted()).toEqual(before);
    await expect.poll(() => standing().getByText('Active', { exact: true }).count()).toBe(before.length);
  });

  it('is shown in a way that everybody can use, without a complaint', async () => {
    expect(await listSeriousProblems(page)).toEqual([]);
    expect(complaints).toEqual([]);
  });
});
