import type { APIRequestContext, Page } from 'playwright-core';

import { open, press, unfold, type Scene } from './scene.ts';

const slug = 'kade-koffie';

interface Row {
  readonly id: string;
  readonly key?: string;
  readonly slug?: string;
  readonly templateKey?: string | null;
}

/** Every page of a demo, signed in, with the demo's own people on it, and what opens on it. */
export async function listDemoScenes(request: APIRequestContext, origin: string): Promise<readonly Scene[]> {
  const list = async <Found = Row>(path: string): Promise<readonly (Row & Found)[]> => {
    const answer = (await (await request.get(`${origin}/api/v1${path}`)).json()) as {
      readonly data: readonly (Row & Found)[];
    };
    return answer.data;
  };
  const store = (await list('/stores')).find((row) => row.slug === slug);
  const inStore = `/stores/${store?.id ?? ''}`;
  const [customer] = await list(`${inStore}/customers?sort=value`);
  const [order] = await list<{ readonly number: string }>(`${inStore}/orders?customerId=${customer?.id ?? ''}`);
  const [waiting] = await list<{ readonly customer: Row }>(`${inStore}/cases?state=open`);
  const [segment] = await list(`${inStore}/segments`);
  const [sequence] = (await list(`${inStore}/sequences`)).filter(({ key }) => key === 'post-purchase');
  const [mail] = (await list(`${inStore}/mailbox`)).filter(({ templateKey }) => templateKey === 'check-in');
  const [referral] = await list<{ readonly advocateId: string }>(`${inStore}/referrals`);
  const link = await request.get(`${origin}/api/v1${inStore}/customers/${referral?.advocateId ?? ''}/advocate-link`);
  const { url: landing } = (await link.json()) as { readonly url: string };
  const home = `${origin}/stores/${slug}`;
  const ofCustomer = `${home}/customers/${customer?.id ?? ''}`;
  const ofSegment = `${home}/segments/${segment?.id ?? ''}`;
  const ofSequence = `${home}/sequences/${sequence?.id ?? ''}`;
  return [
    { name: 'fleet', url: `${origin}/fleet` },
    { name: 'add-store', url: `${origin}/fleet`, prepare: open('Add a store') },
    { name: 'home', url: home },
    { name: 'home-model', url: home, prepare: unfold('The model behind it') },
    { name: 'start', url: `${home}/start` },
    { name: 'shop', url: home, prepare: open('Place an order as a customer') },
    { name: 'customers', url: `${home}/customers` },
    { name: 'customer-filters', url: `${home}/customers`, prepare: press('Filters') },
    { name: 'customers-none', url: `${home}/customers?q=nobody-of-this-name` },
    { name: 'customer', url: ofCustomer },
    { name: 'customer-at-order', url: `${ofCustomer}?order=${order?.id ?? ''}` },
    { name: 'customer-orders', url: `${ofCustomer}?part=orders` },
    { name: 'customer-friends', url: `${home}/customers/${referral?.advocateId ?? ''}?part=friends` },
    { name: 'customer-waiting', url: `${home}/customers/${waiting?.customer.id ?? ''}` },
    {
      name: 'palette',
      url: home,
      prepare: async (page) => {
        await openByKey(page, 'Control+k');
        await page.keyboard.type(order?.number.slice(0, -1) ?? '');
        await page
          .getByRole('option', { name: /^Order / })
          .first()
          .waitFor();
      },
    },
    { name: 'shortcuts', url: home, prepare: (page) => openByKey(page, '?') },
    { name: 'segments', url: `${home}/segments` },
    { name: 'segments-archived', url: `${home}/segments?state=archived` },
    { name: 'segment', url: ofSegment },
    { name: 'edit-segment', url: `${ofSegment}/edit` },
    { name: 'new-segment', url: `${home}/segments/new` },
    { name: 'mailbox', url: `${home}/mailbox` },
    { name: 'mail', url: `${home}/mailbox/${mail?.id ?? ''}` },
    { name: 'sequences', url: `${home}/sequences` },
    { name: 'sequence', url: ofSequence },
    { name: 'sequence-mail', url: ofSequence, prepare: open(/^Read this mail/) },
    { name: 'sequence-behind', url: ofSequence, prepare: open(/here now$/) },
    { name: 'playbook', url: `${home}/playbook` },
    { name: 'referrals', url: `${home}/referrals` },
    { name: 'terms', url: `${home}/referrals`, prepare: open(/^Change: A friend/) },
    { name: 'connections', url: `${home}/connections`, prepare: unfold('Details') },
    { name: 'settings', url: `${home}/settings` },
    { name: 'people', url: `${origin}/people` },
    { name: 'invite', url: `${origin}/people`, prepare: open('Invite somebody') },
    { name: 'api-keys', url: `${origin}/api-keys` },
    { name: 'make-key', url: `${origin}/api-keys`, prepare: open('Make a key') },
    { name: 'health', url: `${origin}/health` },
    { name: 'design', url: `${origin}/design`, isLoading: true },
    { name: 'missing', url: `${origin}/nowhere` },
    { name: 'landing', url: landing },
  ];
}

async function openByKey(page: Page, key: string): Promise<void> {
  await page.keyboard.press(key);
  await page.getByRole('dialog').waitFor();
}
