import path from 'node:path';

import type { Browser, BrowserContext, Page } from 'playwright-core';

import { desktop, openPage, phone } from '../support/open-browser.ts';
import type { Scene } from './scene.ts';

export interface Album {
  readonly folder: string;
  /** What the dashboard speaks: `en`; in another language only what needs nothing pressed is taken. */
  readonly language: string;
}

/** Of a person who is signed in; empty for one who is not. */
export type Cookies = Awaited<ReturnType<BrowserContext['cookies']>>;

const viewports = [desktop, phone] as const;

/** Takes each scene at both widths, in light and dark; answers which pages are wider than their window. */
export async function takePictures(
  browser: Browser,
  { folder, language }: Album,
  cookies: Cookies,
  scenes: readonly Scene[],
): Promise<readonly string[]> {
  const tooWide: string[] = [];
  const taken = scenes.filter(({ prepare }) => prepare === undefined || language === 'en');
  for (const viewport of viewports) {
    for (const colorScheme of ['light', 'dark'] as const) {
      const { page, context } = await openPage(browser, { viewport, colorScheme });
      await context.addCookies(cookies);
      await context.addInitScript(
        `if (window.origin !== 'null') localStorage.setItem('regulars.language', '${language}')`,
      );
      for (const { name, url, prepare, isLoading = false } of taken) {
        const file = `${name}-${viewport.width}-${colorScheme}.png`;
        await page.setViewportSize(viewport);
        await page.goto(url);
        await page.waitForLoadState('networkidle');
        await prepare?.(page);
        await page.waitForLoadState('networkidle');
        if (!isLoading) await waitUntilLoaded(page);
        await drawMails(page, viewport.width);
        const isTooWide = await page.evaluate<boolean>(
          'document.documentElement.scrollWidth > document.documentElement.clientWidth',
        );
        if (isTooWide) tooWide.push(file);
        // What stands in front of a page fills the window, not the page.
        const isInFront = (await page.getByRole('dialog').count()) > 0;
        await page.screenshot({ path: path.join(folder, file), fullPage: !isInFront });
      }
      await context.close();
    }
  }
  return tooWide;
}

async function waitUntilLoaded(page: Page): Promise<void> {
  await page.locator('[role=status] > .visually-hidden:first-child').first().waitFor({ state: 'detached' });
}

/** Mails in frames are drawn when they are in sight: the window is made as tall as the page. */
async function drawMails(page: Page, width: number): Promise<void> {
  if ((await page.locator('iframe').count()) === 0) return;
  const height = await page.evaluate<number>('document.documentElement.scrollHeight');
  await page.setViewportSize({ width, height });
  await page.evaluate('new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn)))');
}
