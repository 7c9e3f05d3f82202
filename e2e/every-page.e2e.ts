import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';

import { listSeriousProblems } from './support/check-accessibility.ts';
import { createOwner, owner } from './support/create-owner.ts';
import { fillStore } from './support/fill-store.ts';
import { createKeyboard } from './support/hand.ts';
import { openBrowser, openPage, phone, type OpenPage } from './support/open-browser.ts';
import { listPages, sendOrder } from './support/pages.ts';
import { startInstance, type Instance } from './support/start-instance.ts';

let instance: Instance;
let browser: Browser;
let atDesk: OpenPage;
let pages: Awaited<ReturnType<typeof listPages>>;

beforeAll(async () => {
  instance = await startInstance({ mode: 'embedded' });
  browser = await openBrowser();
  atDesk = await openPage(browser);
  await createOwner(atDesk.page, instance.setupLink ?? '');
  await fillStore(atDesk.page, instance.url, Date.now());
  await sendOrder(atDesk.page);
  pages = await listPages(atDesk.page, instance.url);
});
afterAll(async () => {
  await browser?.close();
  await instance?.stop();
});

/** Opens every page and gathers what is wrong with it. */
async function inspect({ page, complaints }: OpenPage): Promise<Readonly<Record<string, readonly string[]>>> {
  const found: Record<string, readonly string[]> = {};
  for (const { name, url } of pages) {
    await page.goto(url);
    await page.getByRole('heading', { level: 1 }).waitFor();
    await expect
      .poll(() => page.getByRole('status').filter({ hasText: 'Loading' }).count(), { timeout: 15_000 })
      .toBe(0);
    const overflow = await page.evaluate('document.documentElement.scrollWidth - document.documentElement.clientWidth');
    const wrong = [
      ...(await listSeriousProblems(page)),
      ...(Number(overflow) > 0 ? [`scrolls sideways by ${String(overflow)} px`] : []),
    ];
    if (wrong.length > 0) found[name] = wrong;
  }
  return complaints.length === 0 ? found : { ...found, console: complaints };
}

it('every page is accessible, fits and leaves the console silent at a desk, in light', async () => {
  expect(await inspect(atDesk)).toEqual({});
});

it('every page is accessible, fits and leaves the console silent on a phone, in dark', async () => {
  const onPhone = await openPage(browser, { viewport: phone, colorScheme: 'dark' });
  await onPhone.context.addCookies((await atDesk.context.storageState()).cookies);
  expect(await inspect(onPhone)).toEqual({});
});

it('the first page needs at most 250 kB of scripts, compressed, and keeps them', async () => {
  const newcomer = await openPage(browser);
  const scripts = new Map<
    string,
    { readonly bytes: number; readonly encoding: string | null; readonly caching: string | null }
  >();
  newcomer.page.on('response', (response) => {
    if (!response.url().includes('/assets/') || !response.url().endsWith('.js')) return;
    const headers = response.headers();
    scripts.set(response.url(), {
      bytes: Number(headers['content-length']),
      encoding: headers['content-encoding'] ?? null,
      caching: headers['cache-control'] ?? null,
    });
  });
  await newcomer.context.addCookies((await atDesk.context.storageState()).cookies);
  await newcomer.page.goto(instance.url);
  await newcomer.page.getByRole('heading', { name: 'What is sent today' }).waitFor();
  const all = [...scripts.values()];
  expect(all.length).toBeGreaterThan(0);
  for (const { encoding, caching } of all) {
    expect(encoding).toMatch(/^(br|gzip)$/);
    expect(caching).toContain('immutable');
  }
  expect(all.reduce((sum, { bytes }) => sum + bytes, 0)).toBeLessThanOrEqual(250_000);
});

it('a page that cannot be shown says so, tells nothing of the fault, and comes back when it can', async () => {
  const { page, context } = await openPage(browser);
  await context.addCookies((await atDesk.context.storageState()).cookies);
  await page.route('**/referrals?**', (route) =>
    route.fulfill({
      status: 500,
      json: { title: 'Something went wrong on our side.', code: 'server.unexpected', requestId: 'r-1' },
    }),
  );
  await page.goto(pages.find(({ name }) => name === 'referrals')?.url ?? '');
  const alert = page.getByRole('alert');
  await alert.getByText('Something went wrong on our side.').waitFor();
  expect(await alert.innerText()).toContain('Request r-1');
  await page.unroute('**/referrals?**');
  await alert.getByRole('button', { name: 'Try again' }).click();
  await page.getByRole('link', { name: 'Maud Jansen' }).first().waitFor();
  await context.close();
});

it('a session that has ended leads to the sign-in, from wherever one is', async () => {
  const forgetful = await openPage(browser);
  await forgetful.context.addCookies((await atDesk.context.storageState()).cookies);
  await forgetful.page.goto(instance.url);
  await forgetful.page.getByRole('heading', { name: 'What is sent today' }).waitFor();
  // Whatever is still being asked would be refused, and lead to the sign-in before anybody clicks.
  await forgetful.page.waitForLoadState('networkidle');
  await forgetful.context.clearCookies();
  await forgetful.page.getByRole('link', { name: 'Referrals & rewards' }).click();
  await forgetful.page.getByRole('heading', { name: 'Welcome back' }).waitFor();
});

it('the whole walk can be made by keyboard alone', async () => {
  const { page } = atDesk;
  await page.goto(pages.find(({ name }) => name === 'start')?.url ?? '');
  const button = page.getByRole('button', { name: 'Send a real recorded order through' });
  await button.waitFor();
  const press = async (key: string, until: () => Promise<boolean>) => {
    for (let count = 0; count < 60; count += 1) {
      if (await until()) return;
      await page.keyboard.press(key);
    }
    throw new Error(`${key} does not lead there.`);
  };
  const isFocused = (name: RegExp) => () =>
    page.evaluate<boolean>(`${String(name)}.test(document.activeElement?.textContent ?? '')`);
  await press('Tab', isFocused(/^Send a real recorded order through$/));
  await page.keyboard.press('Enter');
  await page.getByRole('link', { name: 'Read the mail' }).waitFor({ timeout: 60_000 });
  await press('Tab', isFocused(/^Read the mail$/));
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { level: 1, name: 'Thank you' }).waitFor();
});

it('a store gets another sender by keyboard, and what cannot be is told at its line', async () => {
  const { page } = atDesk;
  await page.keyboard.press('g');
  await page.keyboard.press('t');
  await page.getByRole('heading', { level: 1, name: 'Settings' }).waitFor();
  const hand = createKeyboard(page);
  const address = page.getByLabel('Their e-mail address');
  await hand.fill(page.getByLabel('Their name'), 'Bea Baker');
  await hand.fill(address, 'bea');
  await page.keyboard.press('Enter');
  await page.getByText('An e-mail address, such as').waitFor();
  await expect.poll(() => address.locator(':scope:focus').count()).toBe(1);
  expect(await listSeriousProblems(page)).toEqual([]);
  await hand.fill(address, 'bea@shop.example');
  await page.keyboard.press('Enter');
  await page.getByText('Saved. Mails that are written from now on').first().waitFor();
  await page.reload();
  await expect.poll(() => page.getByLabel('Their name').inputValue()).toBe('Bea Baker');
  await page.getByRole('region', { name: 'How its mails end' }).getByText('Bea Baker').waitFor();
});

it('who forgot their password chooses another by the link an owner made, on a phone, by keyboard', async () => {
  const { page: desk } = atDesk;
  await desk.goto(`${instance.url}/people`);
  await desk.getByRole('button', { name: `New password link for ${owner.name}` }).click();
  await desk.getByRole('button', { name: 'Make the link' }).click();
  const link = await desk.getByLabel('One-time link', { exact: true }).innerText();
  const { page, complaints } = await openPage(browser, { viewport: phone, colorScheme: 'dark' });
  const hand = createKeyboard(page);
  await page.goto(link);
  await page.getByText(owner.email).waitFor();
  expect(await listSeriousProblems(page)).toEqual([]);
  await hand.press(page.getByLabel('Show what I type'));
  await hand.fill(page.getByLabel('New password'), 'another horse, no battery');
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: 'Your new password is set' }).waitFor();
  // The focus waits on the way on.
  await page.keyboard.press('Enter');
  await page.getByText('Forgot your password?').waitFor();
  expect(await listSeriousProblems(page)).toEqual([]);
  await hand.fill(page.getByLabel('E-mail address'), owner.email);
  await hand.fill(page.getByLabel('Password'), 'another horse, no battery');
  await page.keyboard.press('Enter');
  await page.waitForURL('**/stores/*');
  await desk.goto(`${instance.url}/people`);
  await desk.getByRole('heading', { name: 'Welcome back' }).waitFor();
  expect(complaints).toEqual([]);
});
