import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { listSeriousProblems } from './support/check-accessibility.ts';
import { createOwner } from './support/create-owner.ts';
import { createKeyboard } from './support/hand.ts';
import { openBrowser, openPage, phone, type OpenPage } from './support/open-browser.ts';
import { sendSignedWebhook } from './support/send-signed-webhook.ts';
import { startInstance, type Instance } from './support/start-instance.ts';

describe('a delivery that could not be used', () => {
  let instance: Instance;
  let browser: Browser;
  let desk: OpenPage;
  let connections: string;

  const countNeeds = async () => {
    const answer = await desk.page.request.get(`${instance.url}/api/v1/fleet`);
    const { data } = (await answer.json()) as { data: { needs: { code: string; count: number }[] }[] };
    return data[0]?.needs.find(({ code }) => code === 'deliveries.poison')?.count ?? 0;
  };

  beforeAll(async () => {
    instance = await startInstance({ mode: 'embedded', environment: { REGULARS_POLL_MS: '200' } });
    browser = await openBrowser();
    desk = await openPage(browser);
    await createOwner(desk.page, instance.setupLink ?? '');
    const { request } = desk.page;
    const stores = (await (await request.get(`${instance.url}/api/v1/stores`)).json()) as {
      data: { id: string; slug: string }[];
    };
    const [store] = stores.data;
    connections = `${instance.url}/stores/${store?.slug ?? ''}/connections`;
    const connected = await request.post(`${instance.url}/api/v1/stores/${store?.id ?? ''}/connections`, {
      headers: { origin: instance.url },
      data: { purpose: 'platform', adapterId: 'webhook', config: {} },
    });
    const { hookUrl, webhookSecret } = (await connected.json()) as { hookUrl: string; webhookSecret: string };
    const order = { externalId: 'A-9', placedAt: 'yesterday', currency: 'EUR', totals: { grand: 28.9 } };
    const event = { spec: '1', id: 'evt_9', type: 'order.upserted', occurredAt: '2026-11-20T10:00:00Z', data: order };
    await sendSignedWebhook(hookUrl, webhookSecret, JSON.stringify(event));
    await sendSignedWebhook(hookUrl, webhookSecret, 'not even JSON');
  });
  afterAll(async () => {
    await browser?.close();
    await instance?.stop();
  });

  it('is opened by keyboard, marks the place at fault in what arrived, and gives the keyboard back', async () => {
    const { page } = desk;
    await expect.poll(countNeeds, { timeout: 30_000 }).toBe(2);
    await page.goto(connections);
    const card = page.getByRole('region', { name: 'Deliveries that could not be used' });
    const row = card.getByRole('row').filter({ hasText: 'webhook.body_invalid' });
    const opener = row.getByRole('button').first();
    await createKeyboard(page).press(opener);
    const dialog = page.getByRole('dialog');
    const arrived = dialog.getByRole('region', { name: 'What arrived' });
    await arrived.getByText('"externalId": "A-9"').waitFor();
    expect(await arrived.locator('mark').innerText()).toMatch(/"placedAt": "yesterday"|"data": \{/);
    expect(await listSeriousProblems(page)).toEqual([]);
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'detached' });
    await expect.poll(() => opener.locator(':scope:focus').count()).toBe(1);
  });

  it('is put aside, needs nobody then, and comes back when that is undone', async () => {
    const { page } = desk;
    const card = page.getByRole('region', { name: 'Deliveries that could not be used' });
    await card.getByRole('row').filter({ hasText: 'webhook.body_not_json' }).getByRole('button').first().click();
    const dialog = page.getByRole('dialog');
    await dialog.getByText('not even JSON').waitFor();
    await dialog.getByRole('button', { name: 'Put aside', exact: true }).click();
    await dialog.waitFor({ state: 'detached' });
    await card.getByText('Put aside: 1').waitFor();
    // What opened it is gone: the keyboard goes on in the list.
    expect(await card.locator('div:focus').count()).toBe(1);
    expect(await countNeeds()).toBe(1);
    await page.getByRole('button', { name: 'Undo' }).click();
    await card.getByText('Put aside: 1').waitFor({ state: 'detached' });
    await expect.poll(countNeeds).toBe(2);
    expect(desk.complaints).toEqual([]);
  });

  it('that was put aside is shown on demand, and brought back from there, on a phone', async () => {
    const { page, context, complaints } = await openPage(browser, { viewport: phone, colorScheme: 'dark' });
    await context.addCookies((await desk.context.storageState()).cookies);
    await page.goto(connections);
    await page.getByRole('button', { name: /body must be a JSON/ }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Put aside', exact: true }).click();
    await page.getByText('Put aside: 1').click();
    const aside = page.getByRole('table', { name: 'Put aside: 1' });
    await aside.getByRole('button', { name: 'Bring back' }).waitFor();
    expect(await listSeriousProblems(page)).toEqual([]);
    const overflow = 'document.documentElement.scrollWidth - document.documentElement.clientWidth';
    expect(await page.evaluate<number>(overflow)).toBeLessThanOrEqual(0);
    await aside.getByRole('button', { name: 'Bring back' }).click();
    await aside.waitFor({ state: 'detached' });
    expect(await countNeeds()).toBe(2);
    expect(complaints).toEqual([]);
    await context.close();
  });
});
