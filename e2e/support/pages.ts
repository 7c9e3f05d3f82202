import type { Page } from 'playwright-core';

/** Presses the one button on the start page and waits until the mail is there. */
export async function sendOrder(page: Page): Promise<void> {
  await page.getByRole('button', { name: /^Send (a real recorded order through|it again)$/ }).click();
  await page.getByRole('link', { name: 'Read the mail' }).waitFor({ timeout: 60_000 });
}

/** Every page of the signed-in dashboard, from a start page through which an order has just gone. */
export async function listPages(
  page: Page,
  origin: string,
): Promise<readonly { readonly name: string; readonly url: string }[]> {
  const home = page.url().replace(/(\/start)?\/?$/, '');
  const hrefOf = async (name: string) => `${origin}${await page.getByRole('link', { name }).getAttribute('href')}`;
  const mail = await hrefOf('Read the mail');
  const customer = await hrefOf('See why it was sent');
  await page.goto(`${home}/sequences`);
  const sequence = `${origin}${await page.getByRole('main').getByRole('link').first().getAttribute('href')}`;
  await page.goto(`${home}/segments`);
  const segment = `${origin}${await page.getByRole('link', { name: 'Buyers', exact: true }).getAttribute('href')}`;
  const pages = {
    fleet: `${origin}/fleet`,
    home,
    start: `${home}/start`,
    customers: `${home}/customers`,
    customer,
    segments: `${home}/segments`,
    segment,
    editSegment: `${segment}/edit`,
    newSegment: `${home}/segments/new`,
    mailbox: `${home}/mailbox`,
    mail,
    sequences: `${home}/sequences`,
    sequence,
    playbook: `${home}/playbook`,
  };
  const rest = {
    referrals: `${home}/referrals`,
    connections: `${home}/connections`,
    settings: `${home}/settings`,
    people: `${origin}/people`,
    apiKeys: `${origin}/api-keys`,
    health: `${origin}/health`,
    design: `${origin}/design`,
    missing: `${origin}/nowhere`,
  };
  return Object.entries({ ...pages, ...rest }).map(([name, url]) => ({ name, url }));
}
