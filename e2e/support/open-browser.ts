import { chromium, type Browser, type BrowserContext, type Page } from 'playwright-core';

import { findChromium } from './find-chromium.ts';

export const desktop = { width: 1440, height: 900 } as const;
export const phone = { width: 390, height: 844 } as const;

export interface OpenPage {
  readonly page: Page;
  readonly context: BrowserContext;
  /** What the console complained about; a page that works complains about nothing. */
  readonly complaints: readonly string[];
}

/** A real Chromium without a window. */
export async function openBrowser(): Promise<Browser> {
  const { executablePath, args } = await findChromium();
  return chromium.launch({ executablePath, args: [...args] });
}

/** A page in a profile of its own. */
export async function openPage(
  browser: Browser,
  options: {
    readonly viewport?: { readonly width: number; readonly height: number };
    readonly colorScheme?: 'light' | 'dark';
  } = {},
): Promise<OpenPage> {
  const { viewport = desktop, colorScheme = 'light' } = options;
  const context = await browser.newContext({
    viewport,
    colorScheme,
    locale: 'en-GB',
    timezoneId: 'Europe/Amsterdam',
    reducedMotion: 'reduce',
  });
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(String(error)));
  return { page, context, complaints };
}
