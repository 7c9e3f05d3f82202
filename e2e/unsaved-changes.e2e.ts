import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';

import { listSeriousProblems } from './support/check-accessibility.ts';
import { createOwner } from './support/create-owner.ts';
import { openBrowser, openPage, phone, type OpenPage } from './support/open-browser.ts';
import { startInstance, type Instance } from './support/start-instance.ts';

let instance: Instance;
let browser: Browser;
let opened: OpenPage;
let home: string;

beforeAll(async () => {
  instance = await startInstance({ mode: 'embedded' });
  browser = await openBrowser();
  opened = await openPage(browser);
  await createOwner(opened.page, instance.setupLink ?? '');
  home = opened.page.url().replace(/\/start$/, '');
});
afterAll(async () => {
  await browser?.close();
  await instance?.stop();
});

const heading = (page: Page, name: string) => page.getByRole('heading', { level: 1, name }).waitFor();
const question = (page: Page) => page.getByRole('dialog', { name: 'Leave without saving?' });
const answer = async (page: Page, name: 'Leave without saving' | 'Keep editing') => {
  await question(page).getByRole('button', { name }).click();
  await question(page).waitFor({ state: 'detached' });
};
const isAsked = async (page: Page) => (await question(page).count()) > 0;

it('a form with changes asks before a link, a key or the browser’s way back loses them', async () => {
  const { page } = opened;
  await page.getByRole('link', { name: 'Settings' }).click();
  await heading(page, 'Settings');
  const name = page.getByLabel('Name', { exact: true });
  const before = await name.inputValue();
  await name.fill('A new name');
  await page.getByRole('link', { name: 'Customers' }).click();
  await question(page).waitFor();
  expect(await listSeriousProblems(page)).toEqual([]);
  await page.keyboard.press('Escape');
  await question(page).waitFor({ state: 'detached' });
  expect(await name.inputValue()).toBe('A new name');
  await page.goBack();
  await answer(page, 'Keep editing');
  expect(page.url()).toBe(`${home}/settings`);
  await page.getByRole('link', { name: 'Customers' }).click();
  await answer(page, 'Leave without saving');
  await heading(page, 'Customers');
  await page.getByRole('link', { name: 'Settings' }).click();
  await heading(page, 'Settings');
  expect(await name.inputValue()).toBe(before);
});

it('it asks before the tab is closed, and before somebody signs out, who stays signed in when they stay', async () => {
  const { page } = opened;
  const name = page.getByLabel('Name', { exact: true });
  await name.fill('A new name');
  const asked = page.waitForEvent('dialog');
  const closing = page.close({ runBeforeUnload: true });
  const dialog = await asked;
  expect(dialog.type()).toBe('beforeunload');
  await dialog.dismiss();
  await closing;
  await page.getByRole('button', { name: 'Sign out' }).click();
  await answer(page, 'Keep editing');
  expect((await page.request.get(`${instance.url}/api/v1/session`)).status()).toBe(200);
});

it('what is saved is left without a question, and so is a form to which nothing was done', async () => {
  const { page } = opened;
  await page.getByRole('button', { name: 'Save' }).click();
  await page.getByText('Saved', { exact: false }).first().waitFor();
  await page.getByRole('link', { name: 'Segments' }).click();
  await heading(page, 'Segments');
  await page.goto(`${home}/settings`);
  await heading(page, 'Settings');
  await page.getByRole('link', { name: 'Segments' }).click();
  await heading(page, 'Segments');
  expect(await isAsked(page)).toBe(false);
});

it('a segment that is being written asks, unless it is cancelled', async () => {
  const { page } = opened;
  await page.goto(`${home}/segments/new`);
  await page.getByLabel('Name', { exact: true }).fill('Half a thought');
  await page.getByRole('link', { name: 'Customers' }).click();
  await answer(page, 'Keep editing');
  await page.getByLabel('Start from').selectOption({ label: 'Buyers' });
  await answer(page, 'Keep editing');
  expect(await page.getByLabel('Name', { exact: true }).inputValue()).toBe('Half a thought');
  await page.getByRole('button', { name: 'Cancel' }).click();
  await heading(page, 'Segments');
});

it('a dialog with changes asks before it is closed, on a phone and by the keyboard too, unless it is cancelled', async () => {
  const { page } = opened;
  await page.setViewportSize(phone);
  await page.goto(`${home}/referrals`);
  const change = page.getByRole('button', { name: 'Change: A friend, for the first order' });
  const terms = page.getByRole('dialog', { name: /A friend, for the first order/ });
  await change.click();
  await page.keyboard.press('Escape');
  await terms.waitFor({ state: 'detached' });
  await change.click();
  await page.getByLabel('Valid for').fill('7');
  await page.keyboard.press('Escape');
  await question(page).waitFor();
  expect(await listSeriousProblems(page)).toEqual([]);
  await page.getByRole('button', { name: 'Keep editing' }).press('Enter');
  await question(page).waitFor({ state: 'detached' });
  expect(await page.getByLabel('Valid for').inputValue()).toBe('7');
  await terms.getByRole('button', { name: 'Close' }).click();
  await answer(page, 'Leave without saving');
  await terms.waitFor({ state: 'detached' });
  await change.click();
  expect(await page.getByLabel('Valid for').inputValue()).toBe('30');
  await page.getByLabel('Valid for').fill('7');
  await terms.getByRole('button', { name: 'Cancel' }).click();
  await terms.waitFor({ state: 'detached' });
  expect(await isAsked(page)).toBe(false);
  expect(opened.complaints).toEqual([]);
});
