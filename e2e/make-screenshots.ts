// Pictures of every page at both widths in both themes, from the demo agency:
//   npm run screenshots [folder]
import { mkdirSync } from 'node:fs';
import path from 'node:path';

import type { Page } from 'playwright-core';

import { listDemoPages } from './support/demo-pages.ts';
import { desktop, openBrowser, openPage, phone } from './support/open-browser.ts';
import { startDemo } from './support/start-demo.ts';

const folder = path.resolve(process.argv[2] ?? 'screenshots');
mkdirSync(folder, { recursive: true });

const demo = await startDemo();
const browser = await openBrowser();
try {
  const first = await openPage(browser);
  await first.page.goto(demo.entryLink);
  await first.page.getByRole('heading', { level: 1, name: 'All stores' }).waitFor();
  const pages = await listDemoPages(first.page.request, demo.url);
  const { cookies } = await first.context.storageState();

  for (const [width, viewport] of [
    ['1440', desktop],
    ['390', phone],
  ] as const) {
    for (const colorScheme of ['light', 'dark'] as const) {
      const { page, context } = await openPage(browser, { viewport, colorScheme });
      await page.goto(`${demo.url}/sign-in`);
      await picture(page, `sign-in-${width}-${colorScheme}`);
      await context.addCookies(cookies);
      for (const { name, url } of pages) {
        await page.goto(url);
        await picture(page, `${name}-${width}-${colorScheme}`);
      }
      await context.close();
    }
  }
  process.stdout.write(`Pictures of ${pages.length + 1} pages are in ${folder}\n`);
} finally {
  await browser.close();
  await demo.stop();
}

async function picture(page: Page, name: string): Promise<void> {
  await page.waitForLoadState('networkidle');
  await page.screenshot({ path: path.join(folder, `${name}.png`), fullPage: true });
}
