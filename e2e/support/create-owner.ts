import type { Page } from 'playwright-core';

export const owner = { name: 'Ada Agency', email: 'ada@agency.example', password: 'correct horse battery' } as const;

/** Opens the printed set-up link and makes oneself the owner, as the first person does; ends on the store's start page. */
export async function createOwner(page: Page, setupLink: string): Promise<void> {
  await page.goto(setupLink);
  await page.getByLabel('Your name').fill(owner.name);
  await page.getByLabel('E-mail address').fill(owner.email);
  await page.getByLabel('Password').fill(owner.password);
  await page.getByRole('button', { name: 'Create the owner' }).click();
  await page.waitForURL('**/stores/*');
}
