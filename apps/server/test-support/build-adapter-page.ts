import type { MailAdapter, PlatformAdapter } from '@regulars/adapter-contracts';

interface Row<Adapter> {
  readonly title: string;
  readonly tell: (adapter: Adapter) => boolean | string;
}

const platformRows: readonly Row<PlatformAdapter>[] = [
  { title: 'Connected with one click', tell: ({ authorization }) => authorization !== undefined },
  { title: 'Signs with a secret of its own', tell: ({ webhookSecretOf }) => webhookSecretOf !== undefined },
  { title: 'Deliveries sign their time', tell: ({ capabilities }) => capabilities.signedTimestamp },
  {
    title: 'A delivery is',
    tell: ({ capabilities }) => (capabilities.thinWebhooks === true ? 'a name, read then' : 'the whole state'),
  },
  { title: 'Webhooks registered and repaired', tell: ({ capabilities }) => capabilities.hooks === true },
  { title: 'Orders, customers, products by pull', tell: ({ capabilities }) => capabilities.pulls === true },
  { title: 'Tells of carts', tell: ({ capabilities }) => capabilities.carts === true },
  { title: 'Count of orders', tell: ({ capabilities }) => capabilities.orderCount },
  { title: 'Discount codes', tell: ({ capabilities }) => capabilities.discountCodes },
  { title: '… bound to one customer', tell: ({ capabilities: { unboundCodesOnly } }) => unboundCodesOnly !== true },
  { title: '… for free shipping', tell: ({ capabilities }) => capabilities.freeShipping === true },
  {
    title: '… for a gift',
    tell: ({ capabilities: { freeGift, giftsWithoutMinimumOnly } }) =>
      freeGift === true && giftsWithoutMinimumOnly === true ? 'without a minimum spend' : freeGift === true,
  },
];

const mailRows: readonly Row<MailAdapter>[] = [
  { title: 'Tells what became of a message', tell: ({ capabilities }) => capabilities.deliveryEvents },
  {
    title: 'A message can be looked up',
    tell: ({ capabilities: { resolution } }) =>
      resolution === 'lookup' ? 'after minutes' : resolution === 'immediate',
  },
  { title: 'Calls in flight at once', tell: ({ capabilities }) => String(capabilities.concurrency) },
  { title: 'Messages in one call', tell: ({ capabilities }) => String(capabilities.batch?.most ?? 1) },
  { title: 'Bounces are read from a mailbox', tell: ({ capabilities }) => capabilities.reports === true },
  {
    title: 'Lists of whom not to write to are kept alike',
    tell: ({ capabilities }) => capabilities.suppressions === true,
  },
];

/** `docs/adapters.md`: what each adapter that comes with Regulars declares. */
export function buildAdapterPage(platforms: readonly PlatformAdapter[], mails: readonly MailAdapter[]): string {
  return [
    '# What each adapter can do',
    'This page is made of what the adapters declare; a test keeps it so.',
    '## Platforms',
    buildTable(platformRows, platforms),
    '## Mail',
    buildTable(mailRows, mails),
    'How to write one: [write-an-adapter.md](guides/write-an-adapter.md).\n',
  ].join('\n\n');
}

function buildTable<Adapter extends { readonly displayName: string }>(
  rows: readonly Row<Adapter>[],
  adapters: readonly Adapter[],
): string {
  const lines = [
    ['', ...adapters.map(({ displayName }) => displayName)],
    ['---', ...adapters.map(() => '---')],
    ...rows.map(({ title, tell }) => [title, ...adapters.map((adapter) => toCell(tell(adapter)))]),
  ];
  return lines.map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}

function toCell(told: boolean | string): string {
  if (typeof told === 'string') return told;
  return told ? 'yes' : '–';
}
