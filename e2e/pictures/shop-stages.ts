import { startFakeWooCommerce } from '@regulars/adapter-testkit';
import type { Page } from 'playwright-core';

import { sendSignedWebhook } from '../support/send-signed-webhook.ts';
import { unfold, type Scene } from './scene.ts';

const hourMs = 3_600_000;
const orderCount = 1_800;
/** As long as names get, in a language that joins its words. */
const store = { slug: 'kaesemanufaktur', name: 'Käsespezialitätenmanufaktur Überlingen am Bodensee', currency: 'EUR' };

export interface ShopStages {
  /** Brings the shop there; then these scenes can be taken. */
  readonly stages: readonly { readonly enter: () => Promise<unknown>; readonly scenes: readonly Scene[] }[];
  close(): Promise<void>;
}

/** A shop that is connected and read, then lacks an order and sends nonsense, then refuses its key; on a page that is signed in. */
export async function openShopStages(page: Page, origin: string): Promise<ShopStages> {
  const woo = await startFakeWooCommerce();
  const firstMs = Date.now() - (orderCount + 2) * hourMs;
  const place = (hour: number) =>
    woo.addOrder({
      status: 'completed',
      date_created_gmt: new Date(firstMs + hour * hourMs).toISOString().slice(0, 19),
    });
  for (let hour = 0; hour < orderCount; hour += 1) place(hour);
  const post = async <Answer>(path: string, data: object) =>
    (await (await page.request.post(`${origin}/api/v1${path}`, { data, headers: { origin } })).json()) as Answer;
  const { id } = await post<{ readonly id: string }>('/stores', store);
  const connections = `/stores/${id}/connections`;
  const url = `${origin}/stores/${store.slug}/connections`;
  const scene = (name: string): Scene => ({ name: `connections-${name}`, url });
  const slowPages = { method: 'GET', path: /\/orders$/, times: 14 };

  const connect = async () => {
    woo.fail({ kind: 'delayAfter', delayMs: 2_500 }, slowPages);
    const config = { url: woo.url, key: woo.key, secret: woo.secret };
    await post(connections, { purpose: 'platform', adapterId: 'woocommerce', config });
    await page.goto(url);
    await page.getByRole('progressbar').first().waitFor({ timeout: 60_000 });
  };
  const loseAnOrder = async () => {
    await page.goto(url);
    await unfold('Details')(page);
    await page.getByText(`${orderCount.toLocaleString('en')} read, done`).waitFor({ timeout: 120_000 });
    // Long ago, so that catching up does not come upon it.
    place(0);
    await page.getByRole('button', { name: 'Check now' }).click();
    await page.getByRole('button', { name: 'Repair', exact: true }).first().waitFor();
    await page.getByRole('button', { name: 'Get the script' }).click();
    await page.getByLabel('Address of the shop').fill('https://www.kaesemanufaktur.example');
    await page.getByRole('dialog').getByRole('button', { name: 'Get the script' }).click();
    await page.getByText('Snippet', { exact: true }).waitFor();
    const generic = { purpose: 'platform', adapterId: 'webhook', config: {} };
    const { hookUrl, webhookSecret } = await post<{ hookUrl: string; webhookSecret: string }>(connections, generic);
    for (const body of ['not even JSON', '{"spec":"1","type":"order.upserted","data":{"externalId":"A-9"}}'])
      await sendSignedWebhook(hookUrl, webhookSecret, body);
    await page.getByRole('button', { name: 'Replay all' }).waitFor({ timeout: 60_000 });
  };
  const refuseKey = async () => {
    const body = JSON.stringify({ code: 'woocommerce_rest_cannot_view', message: 'Consumer key is invalid.' });
    woo.fail({ kind: 'answerInstead', status: 401, body }, { times: 10_000 });
    await page.goto(url);
    await unfold('Details')(page);
    await page.getByRole('button', { name: 'Check now' }).click();
    await page.getByText('The orders could not be compared:').waitFor();
  };
  return {
    stages: [
      { enter: connect, scenes: [scene('reading'), { name: 'home-reading', url: `${origin}/stores/${store.slug}` }] },
      { enter: loseAnOrder, scenes: [scene('apart'), { ...scene('details'), prepare: unfold('Details') }] },
      { enter: refuseKey, scenes: [scene('refused'), { name: 'health-troubled', url: `${origin}/health` }] },
    ],
    close: () => woo.close(),
  };
}
