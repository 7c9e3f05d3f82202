import type { Page } from 'playwright-core';

/** One picture: an address, and what is done there before it is taken. */
export interface Scene {
  readonly name: string;
  readonly url: string;
  /** Finds what it presses by its English name. */
  readonly prepare?: (page: Page) => Promise<unknown>;
  /** It shows what loading looks like, for ever. */
  readonly isLoading?: true;
}

/** Presses the first button of this name on the page. */
export function press(name: string | RegExp): NonNullable<Scene['prepare']> {
  return (page) => page.getByRole('main').getByRole('button', { name }).first().click();
}

/** Presses it, and waits for what then stands in front of the page. */
export function open(name: string | RegExp): NonNullable<Scene['prepare']> {
  return async (page) => {
    await press(name)(page);
    await page.getByRole('dialog').waitFor();
  };
}

/** Unfolds what stands behind these words. */
export function unfold(words: string): NonNullable<Scene['prepare']> {
  return (page) => page.getByRole('main').locator('summary', { hasText: words }).first().click();
}
