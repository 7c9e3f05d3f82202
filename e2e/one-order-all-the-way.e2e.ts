import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startFakeWooCommerce, type FakeWooCommerce } from '@regulars/adapter-testkit';

import recorded from '@regulars/server/first-store/recorded-order.json' with { type: 'json' };
import { createOwner } from './support/create-owner.ts';
import { openBrowser, openPage, phone } from './support/open-browser.ts';
import { startInstance, type Instance } from './support/start-instance.ts';

const environment = { REGULARS_ALLOW_PRIVATE_NETWORK: 'true', REGULARS_POLL_MS: '200' };
const patience = { timeout: 60_000, interval: 200 };
const [ann, bob] = [
  { email: 'ann@example.test', firstName: 'Ann' },
  { email: 'bob@example.test', firstName: 'Bob' },
] as const;

/** The whole walk: order → mail → referral → friend's order → two rewards, on a store that speaks WooCommerce's protocol. */
describe.each(['embedded', 'scale-out'] as const)('one order, all the way, %s', (mode) => {
  let instance: Instance;
  let browser: Browser;
  let woo: FakeWooCommerce;
  let page: Page;
  let complaints: readonly string[];
  let storePath: string;
  let hookUrl: string;

  beforeAll(async () => {
    woo = await startFakeWooCommerce();
    instance = await startInstance({ mode, environment });
    browser = await openBrowser();
    ({ page, complaints } = await openPage(browser));
    await createOwner(page, instance.setupLink ?? '');
    await connectRoastery();
  });
  afterAll(async () => {
    await browser?.close();
    await instance?.stop();
    await woo?.close();
  });

  const api = async <Answer>(method: 'get' | 'post' | 'put', path: string, data?: object): Promise<Answer> => {
    const answer = await page.request[method](`${instance.url}/api/v1${path}`, {
      headers: { origin: instance.url },
      ...(data === undefined ? {} : { data }),
    });
    if (!answer.ok()) throw new Error(`${method} ${path}: ${answer.status()} ${await answer.text()}`);
    return (await answer.json()) as Answer;
  };

  async function connectRoastery(): Promise<void> {
    const store = await api<{ id: string }>('post', '/stores', {
      slug: 'roastery',
      name: 'The Roastery',
      currency: 'EUR',
    });
    storePath = `/stores/${store.id}`;
    const config = { url: woo.url, key: woo.key, secret: woo.secret };
    const connection = { purpose: 'platform', adapterId: 'woocommerce', config, webhookSecret: woo.webhookSecret };
    ({ hookUrl } = await api<{ hookUrl: string }>('post', `${storePath}/connections`, connection));
    const { rules } = await api<{ rules: object }>('get', `${storePath}/referral-program`);
    // Coffee is not taken back: the hold ends as soon as it began.
    await api('put', `${storePath}/referral-program`, { state: 'live', rules: { ...rules, holdDays: 0 } });
  }

  async function order(id: number, buyer: typeof ann | typeof bob, couponCode: string | null): Promise<void> {
    const at = new Date().toISOString().slice(0, 19);
    const payload = {
      ...recorded,
      id,
      number: String(id),
      customer_id: 0,
      date_created_gmt: at,
      date_modified_gmt: at,
      date_paid_gmt: at,
      billing: { ...recorded.billing, first_name: buyer.firstName, email: buyer.email },
      coupon_lines:
        couponCode === null
          ? []
          : [{ id: 1, code: couponCode.toLowerCase(), discount: '12.28', discount_tax: '0.00', meta_data: [] }],
    };
    const { status } = await woo.deliverWebhook({ hookUrl, topic: 'order.created', payload });
    expect(status).toBe(200);
  }

  /** Opens the newest mail with this subject to this person, as its recipient would see it. */
  async function readMail(subject: string, recipient: string): Promise<string> {
    const row = page.getByRole('row').filter({ hasText: subject }).filter({ hasText: recipient });
    await expect
      .poll(async () => {
        await page.goto(`${instance.url}/stores/roastery/mailbox`);
        await page.getByRole('heading', { level: 1 }).waitFor();
        return row.count();
      }, patience)
      .toBeGreaterThan(0);
    await row.getByRole('link').first().click();
    const letter = page.frameLocator('iframe').locator('body');
    await letter.waitFor();
    return letter.innerText();
  }

  it('a buyer is thanked', async () => {
    await order(1_001, ann, null);
    expect(await readMail('Thank you for your order', ann.email)).toContain('Hi Ann,');
  });

  it('a friend claims a code on the advocate’s page, on a phone, and the code exists on the store', async () => {
    const { data } = await api<{ data: { id: string }[] }>('get', `${storePath}/customers?search=ann`);
    const link = await api<{ url: string }>('get', `${storePath}/customers/${data[0]?.id ?? ''}/advocate-link`);
    const friend = await openPage(browser, { viewport: phone });
    await friend.page.goto(link.url);
    expect(await friend.page.getByRole('heading', { level: 1 }).innerText()).toContain('Ann');
    await friend.page.locator('#email').fill(bob.email);
    await friend.page.locator('button[type=submit]').click();
    const code = friend.page.locator('.code');
    await code.waitFor({ timeout: 60_000 });
    expect(woo.coupons.map((coupon) => coupon.code.toUpperCase())).toEqual([(await code.innerText()).toUpperCase()]);
    expect(friend.complaints).toEqual([]);
    await friend.context.close();
  });

  it('the friend’s order rewards both, once each, with coupons on the store', async () => {
    await order(1_002, bob, woo.coupons[0]?.code ?? null);
    await expect.poll(() => woo.coupons.length, patience).toBe(3);
    const [, ...rewards] = woo.coupons.map((coupon) => coupon.code.toUpperCase());
    const letters = [await readMail('reward', ann.email), await readMail('reward', bob.email)].map((letter) =>
      letter.toUpperCase(),
    );
    for (const [index, code] of rewards.entries()) {
      expect(
        letters.filter((letter) => letter.includes(code)),
        `reward ${index + 1}`,
      ).toHaveLength(1);
    }
    await page.goto(`${instance.url}/stores/roastery/referrals`);
    for (const code of rewards) await page.getByText(new RegExp(code, 'i')).first().waitFor();
  });

  it('delivering everything again changes nothing', async () => {
    const before = await api<{ data: unknown[] }>('get', `${storePath}/messages?limit=200`);
    await order(1_001, ann, null);
    await order(1_002, bob, woo.coupons[0]?.code ?? null);
    await expect
      .poll(
        async () =>
          (await api<{ data: unknown[] }>('get', `${storePath}/deliveries?state=processed&limit=200`)).data.length,
        patience,
      )
      .toBe(4);
    expect((await api<{ data: unknown[] }>('get', `${storePath}/messages?limit=200`)).data).toHaveLength(
      before.data.length,
    );
    expect(woo.coupons).toHaveLength(3);
  });

  it('no page complained on the way', () => {
    expect(complaints).toEqual([]);
  });
});
