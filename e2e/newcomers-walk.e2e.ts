import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { listSeriousProblems } from './support/check-accessibility.ts';
import { createKeyboard, createMouse, type Hand } from './support/hand.ts';
import { openBrowser, openPage, phone, type OpenPage } from './support/open-browser.ts';
import { startInstance, type Instance } from './support/start-instance.ts';

const dayMs = 86_400_000;
const store = 'Lantern Row Press';
const buyers = {
  mouse: { firstName: 'Robin', email: 'robin@visitor.example', friend: { firstName: 'Kim', email: 'kim@pal.example' } },
  keyboard: {
    firstName: 'Noor',
    email: 'noor@visitor.example',
    friend: { firstName: 'Luc', email: 'luc@pal.example' },
  },
} as const;

let instance: Instance;
let browser: Browser;
let newcomer: OpenPage;

beforeAll(async () => {
  instance = await startInstance({ mode: 'embedded' });
  browser = await openBrowser();
  newcomer = await openPage(browser);
});
afterAll(async () => {
  await browser?.close();
  await instance?.stop();
});

it('a newcomer is offered a demo at the door, and stands in a living agency', async () => {
  const { page } = newcomer;
  await page.goto(instance.setupLink ?? '');
  await page.getByRole('link', { name: 'Look around a demo agency' }).press('Enter');
  await page.getByRole('heading', { level: 1, name: 'All stores' }).waitFor({ timeout: 150_000 });
  expect(new URL(page.url()).origin).not.toBe(instance.url);
  await page.getByRole('row').filter({ hasText: store }).waitFor();
  const back = page.getByRole('region', { name: 'Demo' }).getByRole('link', { name: 'Back to your own instance' });
  expect(new URL((await back.getAttribute('href')) ?? '').origin).toBe(instance.url);
  expect(await listSeriousProblems(page)).toEqual([]);
});

describe.each(['mouse', 'keyboard'] as const)('the story of a customer, told by %s', (means) => {
  const buyer = buyers[means];
  const handFor = (page: Page): Hand => (means === 'mouse' ? createMouse() : createKeyboard(page));
  const press = (target: Locator) => handFor(newcomer.page).press(target);

  async function order(customer: { readonly firstName: string; readonly email: string }, code: string | null) {
    const { page } = newcomer;
    const hand = handFor(page);
    await hand.press(page.getByRole('button', { name: 'Place an order as a customer' }));
    const shop = page.getByRole('dialog');
    await hand.choose(shop.getByLabel('Shop', { exact: true }), store);
    expect(await listSeriousProblems(page)).toEqual([]);
    await hand.fill(shop.getByLabel('First name'), customer.firstName);
    await hand.fill(shop.getByLabel('E-mail address'), customer.email);
    if (code !== null) await hand.fill(shop.getByLabel('Discount code'), code);
    await hand.press(shop.getByRole('button', { name: 'Place the order' }));
    await shop.getByText(/^Order .* is placed$/).waitFor();
    await hand.press(shop.getByRole('link', { name: 'Open the mailbox' }));
    // The side leads to the store one stands in, which changes only once the new page is there, later than the address.
    await page.locator('a[href$="/stores/lantern-row-press/mailbox"]', { hasText: /^Mailbox$/ }).waitFor();
  }

  async function moveOn(days: number): Promise<void> {
    const bar = newcomer.page.getByRole('region', { name: 'Demo' });
    const readClock = async () => Date.parse((await bar.getByRole('time').getAttribute('datetime')) ?? '');
    for (let day = 0; day < days; day += 1) {
      const before = await readClock();
      await press(bar.getByRole('button', { name: '+1 day' }));
      await expect.poll(readClock, { timeout: 60_000 }).toBeGreaterThanOrEqual(before + dayMs);
      await bar.getByRole('button', { name: '+1 day' }).waitFor({ timeout: 60_000 });
    }
  }

  /** Opens the newest mail with this subject to this address, as its recipient would see it. */
  async function read(subject: RegExp, recipient: string): Promise<Locator> {
    const { page } = newcomer;
    await press(page.getByRole('link', { name: 'Mailbox', exact: true }));
    const mail = page.getByRole('row').filter({ hasText: subject }).filter({ hasText: recipient }).first();
    // On a busy machine a mail takes longer than a glance.
    await expect
      .poll(
        async () => {
          await page.reload();
          await page.getByRole('heading', { level: 1, name: 'Mailbox' }).waitFor();
          await page.getByRole('row').nth(1).waitFor();
          return mail.count();
        },
        { timeout: 90_000, interval: 1_000 },
      )
      .toBe(1);
    await press(mail.getByRole('link').first());
    const letter = page.frameLocator('iframe').locator('body');
    await letter.waitFor();
    return letter;
  }

  async function follow(link: Locator): Promise<Page> {
    const [opened] = await Promise.all([newcomer.page.waitForEvent('popup'), press(link)]);
    await opened.waitForLoadState();
    return opened;
  }

  it('an order is thanked for', async () => {
    await order(buyer, null);
    expect(await (await read(/Thank you for your order/, buyer.email)).innerText()).toContain(`Hi ${buyer.firstName},`);
  });

  it('days later the buyer is helped with the product, and asked how it is going', async () => {
    await moveOn(5);
    await read(/Getting to know/, buyer.email);
    await moveOn(8);
    const checkIn = await read(/How is it going/, buyer.email);
    const page = await follow(checkIn.getByRole('link', { name: /^It.s great/ }));
    await handFor(page).press(page.getByRole('button', { name: 'Yes, it’s great' }));
    await page.getByRole('heading', { name: 'Good to hear' }).waitFor();
    await page.close();
  });

  it('only then, being happy, for a review', async () => {
    await moveOn(2);
    await read(/Would you tell others/, buyer.email);
  });

  it('a friend who orders by the buyer’s link earns both a reward', async () => {
    await order(buyer, null);
    await moveOn(8);
    const invitation = await read(/somebody who would like this too/, buyer.email);
    const href = await invitation.locator('a[href*="/r/"]').first().getAttribute('href');
    const friend = await openPage(browser, { viewport: phone });
    await friend.page.goto(href ?? '');
    const hand = handFor(friend.page);
    await hand.fill(friend.page.locator('#email'), buyer.friend.email);
    await hand.press(friend.page.locator('button[type=submit]'));
    const code = friend.page.locator('.code');
    await code.waitFor({ timeout: 60_000 });
    await order(buyer.friend, await code.innerText());
    await friend.context.close();
    await moveOn(5);
    await read(/Your reward/, buyer.friend.email);
    await read(/Your reward/, buyer.email);
  });
});

it('leaves the console silent', () => {
  expect(newcomer.complaints).toEqual([]);
});
