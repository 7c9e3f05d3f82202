import type { APIRequestContext } from 'playwright-core';

const slug = 'kade-koffie';

interface Row {
  readonly id: string;
  readonly key?: string;
  readonly slug?: string;
  readonly templateKey?: string | null;
}

/** Every page of a demo, signed in, with the demo's own people on it. */
export async function listDemoPages(
  request: APIRequestContext,
  origin: string,
): Promise<readonly { readonly name: string; readonly url: string }[]> {
  const list = async (path: string): Promise<readonly Row[]> => {
    const answer = (await (await request.get(`${origin}/api/v1${path}`)).json()) as { readonly data: readonly Row[] };
    return answer.data;
  };
  const store = (await list('/stores')).find((row) => row.slug === slug);
  const inStore = `/stores/${store?.id ?? ''}`;
  const [customer] = await list(`${inStore}/customers?sort=value`);
  const [segment] = await list(`${inStore}/segments`);
  const [sequence] = (await list(`${inStore}/sequences`)).filter(({ key }) => key === 'post-purchase');
  const [mail] = (await list(`${inStore}/mailbox`)).filter(({ templateKey }) => templateKey === 'check-in');
  const [referral] = (await list(`${inStore}/referrals`)) as readonly (Row & { readonly advocateId: string })[];
  const link = await request.get(`${origin}/api/v1${inStore}/customers/${referral?.advocateId ?? ''}/advocate-link`);
  const { url: landing } = (await link.json()) as { readonly url: string };
  const home = `${origin}/stores/${slug}`;
  const pages = {
    fleet: `${origin}/fleet`,
    home,
    start: `${home}/start`,
    customers: `${home}/customers`,
    customer: `${home}/customers/${customer?.id ?? ''}`,
    segments: `${home}/segments`,
    segment: `${home}/segments/${segment?.id ?? ''}`,
    'edit-segment': `${home}/segments/${segment?.id ?? ''}/edit`,
    mailbox: `${home}/mailbox`,
    mail: `${home}/mailbox/${mail?.id ?? ''}`,
    sequences: `${home}/sequences`,
    sequence: `${home}/sequences/${sequence?.id ?? ''}`,
    playbook: `${home}/playbook`,
    referrals: `${home}/referrals`,
    connections: `${home}/connections`,
    people: `${origin}/people`,
    'api-keys': `${origin}/api-keys`,
    health: `${origin}/health`,
    design: `${origin}/design`,
    missing: `${origin}/nowhere`,
    landing,
  };
  return Object.entries(pages).map(([name, url]) => ({ name, url }));
}
