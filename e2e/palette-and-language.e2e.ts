import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';

import { listSeriousProblems } from './support/check-accessibility.ts';
import { createOwner } from './support/create-owner.ts';
import { openBrowser, openPage, type OpenPage } from './support/open-browser.ts';
import { sendOrder } from './support/pages.ts';
import { startInstance, type Instance } from './support/start-instance.ts';

let instance: Instance;
let browser: Browser;
let opened: OpenPage;

beforeAll(async () => {
  instance = await startInstance({ mode: 'embedded' });
  browser = await openBrowser();
  opened = await openPage(browser);
  await createOwner(opened.page, instance.setupLink ?? '');
  await sendOrder(opened.page);
});
afterAll(async () => {
  await browser?.close();
  await instance?.stop();
});

const heading = (page: Page, name: string) => page.getByRole('heading', { level: 1, name }).waitFor();
const palette = (page: Page) => page.getByRole('dialog', { name: 'Go anywhere' });

/** What the keyboard stands on. */
const focused = (page: Page) => page.evaluate<string>('document.activeElement.id || document.activeElement.tagName');

it('the palette goes to a page that is typed, and the keyboard begins at that page', async () => {
  const { page } = opened;
  await page.keyboard.press('Control+k');
  await palette(page).waitFor();
  expect(await listSeriousProblems(page)).toEqual([]);
  await page.keyboard.type('mailb');
  await page.keyboard.press('Enter');
  await heading(page, 'Mailbox');
  await expect.poll(() => focused(page)).toBe('content');
});

it('the palette finds a customer by a part of the name', async () => {
  const { page } = opened;
  await page.keyboard.press('Control+k');
  await palette(page).waitFor();
  await page.keyboard.type('anna');
  await palette(page).getByRole('option', { name: 'Anna Tester' }).waitFor();
  await page.keyboard.press('Enter');
  await heading(page, 'Anna Tester');
});

it('the palette finds an order by its number, and opens the timeline of its customer at it', async () => {
  const { page } = opened;
  await page.getByRole('tab', { name: 'Orders' }).click();
  const number = (await page.getByRole('heading', { level: 3, name: /^Order / }).innerText()).replace('Order ', '');
  await page.goto(`${instance.url}/health`);
  await heading(page, 'Health');
  await page.keyboard.press('Control+k');
  await palette(page).waitFor();
  await page.keyboard.type(`#${number}`);
  await palette(page)
    .getByRole('option', { name: `Order ${number}` })
    .waitFor();
  await page.keyboard.press('Enter');
  await heading(page, 'Anna Tester');
  const marked = page.locator('li[aria-current=true]');
  await marked.filter({ hasText: `Placed order ${number}` }).waitFor();
  await expect.poll(async () => (await marked.first().boundingBox())?.y).toBeLessThan(900);
  expect(await listSeriousProblems(page)).toEqual([]);
});

it.each([
  { what: 'a segment', typed: 'slipping', option: 'Slipping away', title: 'Slipping away' },
  { what: 'a sequence', typed: 'left in', option: 'Left in the cart', title: 'Left in the cart' },
])('the palette finds $what of the store by its name', async ({ typed, option, title }) => {
  const { page } = opened;
  await page.keyboard.press('Control+k');
  await palette(page).waitFor();
  await page.keyboard.type(typed);
  await palette(page).getByRole('option', { name: option }).waitFor();
  await page.keyboard.press('Enter');
  await heading(page, title);
});

it('the palette finds a mail by its name, and opens it in front of the playbook', async () => {
  const { page } = opened;
  await page.keyboard.press('Control+k');
  await palette(page).waitFor();
  await page.keyboard.type('check-in');
  await palette(page).getByRole('option', { name: 'Check-in' }).waitFor();
  await page.keyboard.press('Enter');
  const mail = page.getByRole('dialog', { name: 'As its recipient reads it' });
  await mail.locator('iframe').waitFor();
  await page.keyboard.press('Escape');
  await mail.waitFor({ state: 'detached' });
  await heading(page, 'Playbook');
});

it('the palette finds a customer of another store by how the name begins, and says which store it is', async () => {
  const { page } = opened;
  const sender = { name: 'Ada', role: '', email: 'ada@press.example' };
  const made = await page.request.post(`${instance.url}/api/v1/stores`, {
    headers: { origin: instance.url },
    data: { name: 'The Press', slug: 'press', currency: 'EUR', timeZone: 'Europe/Amsterdam', locale: 'en', sender },
  });
  expect(made.status()).toBe(201);
  await page.goto(`${instance.url}/stores/press/settings`);
  await heading(page, 'Settings');
  await page.keyboard.press('Control+k');
  await palette(page).waitFor();
  await page.keyboard.type('anna te');
  const found = palette(page).getByRole('option', { name: 'Anna Tester' });
  await found.waitFor();
  await palette(page).getByText('Customers of other stores').waitFor();
  expect(await found.innerText()).toMatch(/@.+ · /);
  expect(await listSeriousProblems(page)).toEqual([]);
  await page.keyboard.press('Enter');
  await heading(page, 'Anna Tester');
  expect(page.url()).not.toContain('/stores/press/');
});

it('G and a letter go to a page, but not while one is writing', async () => {
  const { page } = opened;
  await page.keyboard.press('g');
  await page.keyboard.press('h');
  await heading(page, 'Health');
  await page.keyboard.press('g');
  await page.keyboard.press('c');
  await heading(page, 'Customers');
  await page.getByRole('searchbox').focus();
  await page.keyboard.type('gh');
  await expect.poll(() => page.getByRole('searchbox').inputValue()).toBe('gh');
  expect(page.url()).toContain('/customers');
});

it('a question mark shows the keys, and Escape gives the keyboard back', async () => {
  const { page } = opened;
  await page.goto(`${instance.url}/health`);
  await heading(page, 'Health');
  await page.getByRole('main').getByText('All work is being looked after.').waitFor();
  await page.keyboard.press('?');
  const keys = page.getByRole('dialog', { name: 'Keyboard' });
  await keys.waitFor();
  await page.keyboard.press('Escape');
  await keys.waitFor({ state: 'detached' });
});

it('an address that nobody knows says so and keeps the menu', async () => {
  const { page } = opened;
  for (const address of ['/nowhere', '/stores/nobody/customers']) {
    await page.goto(`${instance.url}${address}`);
    await heading(page, 'This page does not exist.');
    await page.getByRole('navigation', { name: 'Pages' }).waitFor();
  }
});

it('the page speaks the language that was chosen, and still does when one comes back', async () => {
  const { page } = opened;
  await page.goto(`${instance.url}/health`);
  await heading(page, 'Health');
  await page.getByRole('radio', { name: 'NL, Nederlands' }).click();
  await heading(page, 'Status');
  await page.getByText('Al het werk wordt opgepakt.').waitFor();
  await page.reload();
  await heading(page, 'Status');
  expect(await page.evaluate('document.documentElement.lang')).toBe('nl');
  await page.getByRole('radio', { name: 'EN, English' }).click();
  await heading(page, 'Health');
});

it('a segment of ours is called in the viewer’s language where it is changed, and saving it renames nothing', async () => {
  const { page } = opened;
  const ask = async <Row>(path: string): Promise<readonly Row[]> =>
    ((await (await page.request.get(`${instance.url}/api/v1${path}`)).json()) as { readonly data: readonly Row[] })
      .data;
  const stores = await ask<{ readonly id: string; readonly slug: string }>('/stores');
  const store = stores.find(({ slug }) => slug !== 'press');
  const listed = () =>
    ask<{ readonly id: string; readonly key: string; readonly name: string }>(
      `/stores/${store?.id}/segments?limit=200`,
    );
  const id = (await listed()).find(({ key }) => key === 'slipping-away')?.id ?? '';
  await page.goto(`${instance.url}/stores/${store?.slug}/segments/${id}/edit`);
  await page.getByRole('radio', { name: 'NL, Nederlands' }).click();
  await page.reload();
  const name = page.getByLabel('Naam', { exact: true });
  expect(await name.inputValue()).toBe('Dreigen weg te blijven');
  await page.getByRole('button', { name: 'Segment opslaan' }).click();
  await page.waitForURL(`**/segments/${id}`);
  expect(await listed()).toContainEqual(expect.objectContaining({ id, name: 'Slipping away' }));
  await page.getByRole('radio', { name: 'EN, English' }).click();
  await heading(page, 'Slipping away');
});

it('a browser that prefers Dutch is spoken to in Dutch at the door', async () => {
  const context = await browser.newContext({ locale: 'nl-BE' });
  const page = await context.newPage();
  await page.goto(instance.url);
  await heading(page, 'Welkom terug');
  await context.close();
});

it('the design page is accessible in both themes', async () => {
  const { page, complaints } = opened;
  await page.goto(`${instance.url}/design`);
  await heading(page, 'Design');
  for (const theme of ['Light', 'Dark']) {
    await page.getByRole('button', { name: theme, exact: true }).first().click();
    expect(await listSeriousProblems(page), theme).toEqual([]);
  }
  expect(complaints).toEqual([]);
});
