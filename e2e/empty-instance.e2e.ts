import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { promisify } from 'node:util';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { owner } from './support/create-owner.ts';
import { createKeyboard, createMouse, type Hand } from './support/hand.ts';
import { openBrowser, openPage, type OpenPage } from './support/open-browser.ts';
import { startInstance, type Instance } from './support/start-instance.ts';

const run = promisify(execFile);
const guide = readFileSync(new URL('../docs/guides/generic-webhook.md', import.meta.url), 'utf8');

/** The guide's own example with curl, to the letter. */
function readCurlExample(): string {
  const script = /```sh\n(# send-order\.sh\n[\s\S]*?)```/.exec(guide)?.[1];
  if (script === undefined) throw new Error('The guide has no example with curl.');
  return script;
}

describe.each(['mouse', 'keyboard'] as const)('an empty instance, by %s', (means) => {
  let instance: Instance;
  let browser: Browser;
  let newcomer: OpenPage;
  let hand: Hand;
  let hookUrl: string;
  let secret: string;

  beforeAll(async () => {
    instance = await startInstance({ mode: 'embedded' });
    browser = await openBrowser();
    newcomer = await openPage(browser);
    hand = means === 'mouse' ? createMouse() : createKeyboard(newcomer.page);
  });
  afterAll(async () => {
    await browser?.close();
    await instance?.stop();
  });

  it('starts by the printed link, with an owner', async () => {
    const { page } = newcomer;
    await page.goto(instance.setupLink ?? '');
    await hand.fill(page.getByLabel('Your name'), owner.name);
    await hand.fill(page.getByLabel('E-mail address'), owner.email);
    await hand.fill(page.getByLabel('Password'), owner.password);
    await hand.press(page.getByRole('button', { name: 'Create the owner' }));
    await page.waitForURL('**/stores/*');
  });

  it('is connected to a shop of one’s own', async () => {
    const { page } = newcomer;
    await hand.press(page.getByRole('link', { name: 'Connections', exact: true }));
    await hand.press(page.getByRole('button', { name: 'Add a connection' }));
    await hand.choose(page.getByLabel('What do you want to connect?'), 'Webhook');
    await hand.press(page.getByRole('button', { name: 'Connect', exact: true }));
    const dialog = page.getByRole('dialog');
    secret = await dialog.getByLabel('Webhook secret', { exact: true }).innerText();
    hookUrl = await dialog.getByLabel('Webhook address', { exact: true }).innerText();
    await hand.press(page.getByRole('button', { name: 'I have kept the secret' }));
  });

  it('takes the order of the guide’s example, and shows the customer', async () => {
    const { page } = newcomer;
    const { PATH } = process.env;
    await run('bash', ['--norc', '-c', readCurlExample()], { env: { PATH, HOOK_URL: hookUrl, SECRET: secret } });
    await hand.press(page.getByRole('link', { name: 'Customers', exact: true }));
    const ada = page.getByRole('main').getByRole('link', { name: 'Ada' }).first();
    await expect
      .poll(
        async () => {
          await page.reload();
          await page.getByRole('heading', { level: 1 }).waitFor();
          return ada.count();
        },
        { timeout: 30_000 },
      )
      .toBe(1);
    await hand.press(ada);
    await page.getByRole('heading', { level: 1, name: 'Ada' }).waitFor();
    await page.getByRole('region', { name: 'Timeline' }).getByText('€19.90').first().waitFor();
  });

  it('has a preset switched on', async () => {
    const { page } = newcomer;
    await hand.press(page.getByRole('link', { name: 'Sequences', exact: true }));
    const isOn = page.getByRole('switch', { name: 'Bring a friend: on or off' });
    await hand.press(isOn);
    await hand.press(page.getByRole('button', { name: 'Switch it on' }));
    await expect.poll(() => isOn.isChecked()).toBe(true);
  });

  it('leaves the console silent', () => {
    expect(newcomer.complaints).toEqual([]);
  });
});
