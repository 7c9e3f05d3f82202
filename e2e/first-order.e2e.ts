import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { createOwner } from './support/create-owner.ts';
import { openBrowser, openPage, type OpenPage } from './support/open-browser.ts';
import { sendOrder } from './support/pages.ts';
import { sendSignedWebhook } from './support/send-signed-webhook.ts';
import { startInstance, type Instance } from './support/start-instance.ts';

describe.each(['embedded', 'scale-out'] as const)('a newcomer, %s', (mode) => {
  let instance: Instance;
  let browser: Browser;
  let newcomer: OpenPage;
  let secret: string;
  let hookUrl: string;

  beforeAll(async () => {
    instance = await startInstance({ mode });
    browser = await openBrowser();
    newcomer = await openPage(browser);
  });
  afterAll(async () => {
    await browser?.close();
    await instance?.stop();
  });

  it('becomes the owner by the link that was printed, and nobody else can', async () => {
    const { page } = newcomer;
    expect(instance.setupLink).not.toBeNull();
    await createOwner(page, instance.setupLink ?? '');
    await page.getByRole('heading', { level: 1, name: 'Your first store' }).waitFor();

    const stranger = await openPage(browser);
    await stranger.page.goto(instance.setupLink ?? '');
    await stranger.page.getByText('This instance has an owner already.').waitFor();
    await stranger.page.goto(instance.url);
    await stranger.page.getByRole('heading', { name: 'Welcome back' }).waitFor();
    await stranger.context.close();
  });

  it('sees a real order go through every room, and reads the mail as its recipient would', async () => {
    const { page } = newcomer;
    await sendOrder(page);
    for (const said of [
      'Signature checked, kept on disk, answered.',
      'Anna Tester is known, with this order.',
      '“After an order” begins',
    ]) {
      await page.getByText(said).waitFor();
    }
    await page.getByRole('link', { name: 'Read the mail' }).click();
    const mail = page.frameLocator('iframe');
    await mail.getByText('Hi Anna,').waitFor();
    await page.getByRole('radio', { name: 'Text part' }).click();
    expect(await page.locator('pre').innerText()).toContain('Hi Anna,');
  });

  it('finds the reasons in the customer’s timeline', async () => {
    const { page } = newcomer;
    await page.getByRole('link', { name: 'See the customer' }).click();
    await page.getByRole('heading', { level: 1, name: 'Anna Tester' }).waitFor();
    const timeline = page.getByRole('region', { name: 'Timeline' });
    await timeline.getByText('The mail “Thank you” was sent').waitFor();
    const story = await timeline.innerText();
    for (const sentence of [
      'because an order was paid',
      '€122.80, the first purchase',
      'Came into “First-time buyers”',
    ])
      expect(story).toContain(sentence);
    const segments = page.getByRole('region', { name: 'Segments' });
    await segments.getByText('Loyal customers').waitFor();
    await segments.getByText('Orders: 1 (asked for: at least 3)').first().waitFor();
  });

  it('finds the customer by a part of the name, and nobody by nonsense', async () => {
    const { page } = newcomer;
    await page.getByRole('link', { name: 'Customers', exact: true }).click();
    await page.getByRole('searchbox').fill('tester');
    await page.getByRole('link', { name: 'Anna Tester' }).waitFor();
    await page.getByRole('searchbox').fill('nobody at all');
    await page.getByText('Nobody fits').waitFor();
  });

  it('switches a sequence on, having read what it would say', async () => {
    const { page } = newcomer;
    await page.getByRole('link', { name: 'Sequences', exact: true }).click();
    const invite = page.getByRole('switch', { name: 'Bring a friend: on or off' });
    expect(await invite.isChecked()).toBe(false);
    await page.getByRole('link', { name: 'Bring a friend' }).click();
    await page
      .getByRole('button', { name: /^Read this mail/ })
      .first()
      .click();
    await page.frameLocator('iframe').locator('body').waitFor();
    await page.getByRole('button', { name: 'Close' }).click();
    await page.getByRole('switch').click();
    await page.getByText('Nobody is enrolled for what they did before.').waitFor();
    await page.getByRole('button', { name: 'Switch it on' }).click();
    await expect.poll(() => page.getByRole('switch').isChecked()).toBe(true);
    await page.reload();
    await expect.poll(() => page.getByRole('switch').isChecked()).toBe(true);
  });

  it('connects a shop of their own, and sees its secret this once', async () => {
    const { page } = newcomer;
    await page.getByRole('link', { name: 'Connections', exact: true }).click();
    await page.getByRole('button', { name: 'Add a connection' }).click();
    await page.getByLabel('What do you want to connect?').selectOption('webhook');
    await page.getByRole('button', { name: 'Connect', exact: true }).click();
    const dialog = page.getByRole('dialog');
    secret = await dialog.getByLabel('Webhook secret', { exact: true }).innerText();
    hookUrl = await dialog.getByLabel('Webhook address', { exact: true }).innerText();
    expect(secret).toMatch(/^whsec_/);
    await page.getByRole('button', { name: 'I have kept the secret' }).click();
    await page.reload();
    await page.getByText(hookUrl).waitFor();
    expect(await page.getByRole('main').innerText()).not.toContain(secret);
  });

  it('sees what that shop sends and cannot be used, with the reason, and has it tried again', async () => {
    const { page } = newcomer;
    expect(await sendSignedWebhook(hookUrl, 'whsec_d3Jvbmc=', '{}')).toBe(401);
    expect(await sendSignedWebhook(hookUrl, secret, '{"nonsense": true}')).toBe(200);
    const poison = page.getByRole('region', { name: 'Deliveries that could not be used' });
    const seeOneToReplay = async () => {
      await expect
        .poll(
          async () => {
            await page.reload();
            await poison
              .getByText(/could be used|Replay/)
              .first()
              .waitFor();
            return poison.getByRole('button', { name: 'Replay' }).count();
          },
          { timeout: 30_000 },
        )
        .toBe(1);
    };
    await seeOneToReplay();
    await poison.getByRole('button', { name: 'Replay' }).click();
    await poison.getByText('1 delivery is being tried again.').waitFor();
    // Still nonsense: it comes back with its reason, and is never lost.
    await seeOneToReplay();
  });

  it('signs out, and is let in again with the password alone', async () => {
    const { page } = newcomer;
    await page.goto(instance.url);
    await page.getByRole('button', { name: 'Sign out' }).click();
    await page.getByRole('heading', { name: 'Welcome back' }).waitFor();
    await page.getByLabel('E-mail address').fill('ada@agency.example');
    await page.getByLabel('Password').fill('not the password');
    await page.getByRole('button', { name: 'Sign in' }).click();
    await page.getByText('do not belong together').waitFor();
    await page.getByLabel('Password').fill('correct horse battery');
    await page.getByRole('button', { name: 'Sign in' }).click();
    await page.waitForURL('**/stores/first-store');
  });
});
