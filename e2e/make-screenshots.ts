// Pictures of every page at both widths in both themes, from a fresh instance through which a few orders have gone:
//   node --conditions=source e2e/make-screenshots.ts [folder]
import { mkdirSync } from 'node:fs';
import path from 'node:path';

import type { Page } from 'playwright-core';

import { createOwner, owner } from './support/create-owner.ts';
import { fillStore } from './support/fill-store.ts';
import { desktop, openBrowser, openPage, phone } from './support/open-browser.ts';
import { listPages, sendOrder } from './support/pages.ts';
import { startInstance } from './support/start-instance.ts';

const folder = path.resolve(process.argv[2] ?? 'screenshots');
mkdirSync(folder, { recursive: true });

const instance = await startInstance({ mode: 'embedded' });
const browser = await openBrowser();
try {
  const first = await openPage(browser);
  await first.page.goto(instance.setupLink ?? '');
  await picture(first.page, 'setup-1440-light');
  await createOwner(first.page, instance.setupLink ?? '');
  await fillStore(first.page, instance.url, Date.now());
  await first.page.getByRole('heading', { name: 'Watch an order become a relationship' }).waitFor();
  await sendOrder(first.page);
  await picture(first.page, 'start-done-1440-light');
  const pages = await listPages(first.page, instance.url);
  const state = await first.context.storageState();

  for (const [width, viewport] of [
    ['1440', desktop],
    ['390', phone],
  ] as const) {
    for (const colorScheme of ['light', 'dark'] as const) {
      const { page, context } = await openPage(browser, { viewport, colorScheme });
      await page.goto(`${instance.url}/sign-in`);
      await picture(page, `sign-in-${width}-${colorScheme}`);
      await context.addCookies(state.cookies);
      for (const { name, url } of pages) {
        await page.goto(url);
        await picture(page, `${name}-${width}-${colorScheme}`);
      }
      await context.close();
    }
  }
  process.stdout.write(`${owner.email}: pictures of ${pages.length + 2} pages are in ${folder}\n`);
} finally {
  await browser.close();
  await instance.stop();
}

async function picture(page: Page, name: string): Promise<void> {
  await page.waitForLoadState('networkidle');
  await page.screenshot({ path: path.join(folder, `${name}.png`), fullPage: true });
}
