import type { Page } from 'playwright-core';

import { sendSignedWebhook } from './send-signed-webhook.ts';

const dayMs = 86_400_000;
const buyers = [
  { firstName: 'Maud', lastName: 'Jansen', country: 'NL', ordersAgoDays: [410, 301, 188, 90, 12] },
  { firstName: 'Jonas', lastName: 'Weber', country: 'DE', ordersAgoDays: [250, 131] },
  { firstName: 'Élise', lastName: 'Marchand', country: 'FR', ordersAgoDays: [44] },
  { firstName: 'Tom', lastName: 'de Boer', country: 'NL', ordersAgoDays: [330, 240, 150, 61, 2] },
  { firstName: 'Aoife', lastName: 'Byrne', country: 'IE', ordersAgoDays: [9] },
  { firstName: 'Nora', lastName: 'Lindqvist', country: 'SE', ordersAgoDays: [120, 33] },
  { firstName: 'Pieter', lastName: 'van den Heuvel', country: 'BE', ordersAgoDays: [700, 500, 380] },
] as const;
const goods = [
  { name: 'House espresso, 1 kg', unitPrice: 2_890 },
  { name: 'Filter roast, 250 g', unitPrice: 1_190 },
  { name: 'Hand grinder', unitPrice: 8_900 },
] as const;

/** Connects a generic shop to the store and lets it tell a few customers' orders, a friend's claim, and some nonsense; ends on its start page. */
export async function fillStore(page: Page, origin: string, nowMs: number): Promise<void> {
  const get = async <Answer>(path: string) =>
    (await (await page.request.get(`${origin}/api/v1${path}`)).json()) as Answer;
  const send = (method: 'post', path: string, data: object) =>
    page.request[method](`${origin}/api/v1${path}`, { data, headers: { origin } });
  const stores = await get<{ data: { id: string; slug: string }[] }>('/stores');
  const store = `/stores/${stores.data[0]?.id ?? ''}`;
  const connected = await send('post', `${store}/connections`, {
    purpose: 'platform',
    adapterId: 'webhook',
    config: {},
  });
  const { hookUrl, webhookSecret } = (await connected.json()) as { hookUrl: string; webhookSecret: string };

  let number = 1_000;
  for (const [index, { ordersAgoDays, country, ...person }] of buyers.entries()) {
    for (const [nth, agoDays] of ordersAgoDays.entries()) {
      number += 1;
      const at = new Date(nowMs - agoDays * dayMs).toISOString();
      const { name, unitPrice } = goods[(index + nth) % goods.length] ?? goods[0];
      const email = `${person.firstName}.${person.lastName}@buyer.example`
        .toLowerCase()
        .replaceAll(' ', '')
        .normalize('NFD')
        .replaceAll(/[^\x20-\x7e]/g, '');
      const data = {
        externalId: `A-${number}`,
        placedAt: at,
        updatedAt: at,
        paidAt: at,
        status: 'paid',
        currency: 'EUR',
        totals: { grand: unitPrice * (nth + 1) },
        customer: { email, ...person },
        shippingAddress: { country },
        lines: [{ name, quantity: nth + 1, unitPrice }],
      };
      const event = { spec: '1', id: `evt_${number}`, type: 'order.upserted', occurredAt: at, data };
      const status = await sendSignedWebhook(hookUrl, webhookSecret, JSON.stringify(event));
      if (status !== 200) throw new Error(`The order was answered ${status}.`);
    }
  }
  await sendSignedWebhook(hookUrl, webhookSecret, '{"spec":"1","type":"order.upserted","data":{"externalId":"A-9"}}');
  await sendSignedWebhook(hookUrl, webhookSecret, 'not even JSON');

  const maud = await waitFor(
    async () => (await get<{ data: { id: string }[] }>(`${store}/customers?search=maud`)).data[0],
  );
  const { url } = await get<{ url: string }>(`${store}/customers/${maud.id}/advocate-link`);
  await page.goto(url);
  await page.locator('#email').fill('sophie.janssens@friend.example');
  await page.locator('button[type=submit]').click();
  await page.waitForURL('**/claims/**');
  await waitFor(async () => (await get<{ data: unknown[] }>(`${store}/rewards`)).data[0]);
  await waitFor(async () =>
    (await get<{ data: unknown[] }>(`${store}/deliveries?state=poison`)).data.length === 2 ? true : undefined,
  );
  await page.goto(`${origin}/stores/${stores.data[0]?.slug ?? ''}/start`);
}

async function waitFor<Value>(read: () => Promise<Value | undefined>): Promise<Value> {
  const deadline = performance.now() + 30_000;
  while (performance.now() < deadline) {
    const value = await read();
    if (value !== undefined) return value;
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
  throw new Error('What was waited for did not come.');
}
