import type { Page } from 'playwright-core';

/** One picture: an address, and what is done there before it is taken. */
export interface Scene {
  readonly name: string;
  readonly url: string;
  /** Finds what it presses by its English name. */
  readonly prepare?: (page: Page) => Promise<unknown>;
}

/** Presses the first button of this name on the page. */
export function press(name: string | RegExp): NonNullable<Scene['prepare']> {
  return (page) => page.getByRole('main').getByRole('button', { name }).first().click();
}

/** Unfolds what stands behind these words. */
export function unfold(words: string): NonNullable<Scene['prepare']> {
  return (page) => page.getByRole('main').locator('summary', { hasText: words }).first().click();
}
