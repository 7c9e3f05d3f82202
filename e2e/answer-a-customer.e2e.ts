import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { listSeriousProblems } from './support/check-accessibility.ts';
import { createOwner } from './support/create-owner.ts';
import { createKeyboard } from './support/hand.ts';
import { desktop, openBrowser, openPage, phone, type OpenPage } from './support/open-browser.ts';
import { sendOrder } from './support/pages.ts';
import { startInstance, type Instance } from './support/start-instance.ts';

const words = 'Thank you! One thing though: the lid does not quite close.';

describe('a customer who writes back', () => {
  let instance: Instance;
  let browser: Browser;
  let marketer: OpenPage;

  beforeAll(async () => {
    instance = await startInstance({ mode: 'embedded' });
    browser = await openBrowser();
    marketer = await openPage(browser);
    await createOwner(marketer.page, instance.setupLink ?? '');
    await sendOrder(marketer.page);
  });
  afterAll(async () => {
    await browser?.close();
    await instance?.stop();
  });

  it('can be played from the mailbox: the reply says what it brought about', async () => {
    const { page } = marketer;
    await page.getByRole('link', { name: 'Read the mail' }).click();
    await page.getByLabel('Your reply').fill(words);
    await page.getByRole('button', { name: 'Send the reply' }).click();
    await page.getByText('The reply is in.').waitFor();
    expect(await page.getByLabel('Your reply').inputValue()).toBe('');
  });

  it('waits for an answer at the top of the customer’s page, in their own words', async () => {
    const { page } = marketer;
    await page.getByRole('link', { name: 'See it with the customer' }).click();
    const waiting = page.getByRole('region', { name: 'Waits for an answer' });
    await waiting.getByText(words).waitFor();
    await page.getByText('For now no marketing').waitFor();
    await page.getByRole('main').getByText('A case was opened').waitFor();
    expect(await listSeriousProblems(page)).toEqual([]);
  });

  it('can be answered on a phone, however long their address', async () => {
    const { page } = marketer;
    await page.setViewportSize(phone);
    const waiting = page.getByRole('region', { name: 'Waits for an answer' });
    const answer = waiting.getByRole('link', { name: /^Answer / });
    await answer.locator('span').evaluate((words) => {
      words.textContent = `Answer ${'a-very-long-address'.repeat(3)}@example.com`;
    });
    const box = await answer.boundingBox();
    expect((box?.x ?? 0) + (box?.width ?? 0)).toBeLessThan(phone.width);
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(phone.width);
    await page.reload();
    await page.setViewportSize(desktop);
  });

  it('has a link for friends, to copy for them', async () => {
    const { page } = marketer;
    await page.getByRole('tab', { name: 'Friends & rewards' }).click();
    const link = page.getByRole('region', { name: 'Their link for friends' });
    await link.getByText(/\/r\/[\w-]+$/).waitFor();
    await link.getByRole('button', { name: 'Copy: Link' }).waitFor();
    expect(await listSeriousProblems(page)).toEqual([]);
    await page.getByRole('tab', { name: 'Timeline' }).click();
  });

  it('is answered and closed by keyboard alone, with a note that stays with the case', async () => {
    const { page } = marketer;
    const hand = createKeyboard(page);
    await hand.press(page.getByRole('button', { name: 'Close the case' }));
    await page.getByRole('dialog').waitFor();
    expect(await listSeriousProblems(page)).toEqual([]);
    await hand.fill(page.getByLabel('Note for the team'), 'Sent a new lid.');
    await hand.press(page.getByRole('button', { name: 'It is answered' }));
    await page.getByText('The case is closed. What was waiting goes on.', { exact: true }).waitFor();
    expect(await page.getByRole('region', { name: 'Waits for an answer' }).count()).toBe(0);
    await page.getByText('One earlier case').click();
    await page.getByText('Sent a new lid.').waitFor();
    await page.getByRole('main').getByText('The case was closed').waitFor();
    expect(marketer.complaints).toEqual([]);
  });
});
