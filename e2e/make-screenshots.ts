// Pictures of every page at both widths in both themes: of a new instance, of one whose shop is being read and has troubles, and of the
// demo agency:
//   npm run screenshots [folder] [language]
import { mkdirSync } from 'node:fs';
import path from 'node:path';

import type { Browser } from 'playwright-core';

import { listDemoScenes } from './pictures/demo-scenes.ts';
import { listEmptyScenes } from './pictures/empty-scenes.ts';
import type { Scene } from './pictures/scene.ts';
import { openShopStages } from './pictures/shop-stages.ts';
import { takePictures, type Cookies } from './pictures/take-pictures.ts';
import { createOwner } from './support/create-owner.ts';
import { openBrowser, openPage } from './support/open-browser.ts';
import { startDemo } from './support/start-demo.ts';
import { startInstance } from './support/start-instance.ts';

const [given = 'screenshots', language = 'en'] = process.argv.slice(2);
const folder = path.resolve(given);
mkdirSync(folder, { recursive: true });

type Take = (cookies: Cookies, scenes: readonly Scene[]) => Promise<void>;

const browser = await openBrowser();
const tooWide: string[] = [];
let count = 0;
try {
  const take: Take = async (cookies, scenes) => {
    tooWide.push(...(await takePictures(browser, { folder, language }, cookies, scenes)));
    count += scenes.length;
  };
  await takeInstance(browser, take);
  await takeDemo(browser, take);
  process.stdout.write(`Pictures of ${count} pages are in ${folder}\n`);
  for (const file of tooWide) process.stdout.write(`Wider than its window: ${file}\n`);
} finally {
  await browser.close();
}

async function takeInstance(browser: Browser, take: Take): Promise<void> {
  const environment = { REGULARS_ALLOW_PRIVATE_NETWORK: 'true', REGULARS_POLL_MS: '200' };
  const instance = await startInstance({ mode: 'embedded', environment });
  try {
    const { page, context } = await openPage(browser);
    await take([], [{ name: 'setup', url: instance.setupLink ?? '' }]);
    await createOwner(page, instance.setupLink ?? '');
    const home = page.url().replace(/\/$/, '');
    const cookies = await context.cookies();
    await take([], [{ name: 'sign-in', url: `${instance.url}/sign-in` }]);
    await take(cookies, listEmptyScenes(home, instance.url));
    const shop = await openShopStages(page, instance.url);
    try {
      for (const { enter, scenes } of shop.stages) {
        await enter();
        await take(cookies, scenes);
      }
    } finally {
      await shop.close();
    }
  } finally {
    await instance.stop();
  }
}

async function takeDemo(browser: Browser, take: Take): Promise<void> {
  const demo = await startDemo();
  try {
    const { page, context } = await openPage(browser);
    await page.goto(demo.entryLink);
    await page.getByRole('heading', { level: 1, name: 'All stores' }).waitFor();
    await take(await context.cookies(), await listDemoScenes(page.request, demo.url));
  } finally {
    await demo.stop();
  }
}
