import { Buffer } from 'node:buffer';
import { bigcommerce } from '@regulars/platform-bigcommerce';
import { shopify } from '@regulars/platform-shopify';
import { mailgun } from '@regulars/mail-mailgun';
import { smtp } from '@regulars/mail-smtp';
import { webhook } from '@regulars/platform-webhook';
import { woocommerce } from '@regulars/platform-woocommerce';
import type { AdapterContext, MailReports } from '@regulars/adapter-contracts';
import {
  startFakeImap,
  startFakeMailgun,
  startFakeWooCommerce,
  startHttpUpstream,
  startSmtpSink,
} from '@regulars/adapter-testkit';
import { toInstant } from '@regulars/core/shared';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { startSite, type Site } from '../test-support/start-site.ts';
import { readConfig } from './config.ts';
import { createEgress, type Egress } from './foundation/egress/create-egress.ts';

let egress: Egress;
let resolved: string[];

/** What an instance with these settings lends, in a world where every name belongs to this machine. */
function lend(environment: Readonly<Record<string, string>>): AdapterContext {
  const { openedNetworks: opened } = readConfig({}, environment);
  resolved = [];
  egress = createEgress({
    opened,
    resolve: (hostname, _options, done) => {
      resolved.push(hostname);
      done(null, [{ address: '127.0.0.1', family: 4 }]);
    },
  });
  const { fetch, download, openSocket } = egress;
  return { timeoutMs: 5_000, allowPrivateNetwork: opened.length > 0, fetch, download, openSocket };
}
afterEach(() => egress.close());

const callbackSecret = `whsec_${Buffer.alloc(32, 1).toString('base64')}`;
const ownKeys = { key: 'ck_0123456789', secret: 'cs_0123456789' };
const mailAccount = { apiKey: 'key', domain: 'mg.shop.test' };
const account = { storeHash: 'abc123', accessToken: 'an-access-token', clientSecret: 'a-client-secret' };
const shop = {
  domain: 'my-shop.myshopify.com',
  clientSecret: 'a-client-secret',
  access: 'token',
  accessToken: 'shpat_1',
};

function openMailbox(host: string, port: number, context: AdapterContext): MailReports {
  const bounceMailbox = { host, port, secure: false, user: 'bounces@shop.test', password: 'correct-horse-battery' };
  const config = smtp.configSchema.parse({ host: 'smtp.shop.test', requireTls: false, bounceMailbox });
  const { reports } = smtp.connect(config, context);
  if (reports == null) throw new Error('A mailbox is configured.');
  return reports;
}

describe('in production, an adapter that is led to this machine', () => {
  let sentinel: Site;
  beforeEach(async () => {
    sentinel = await startSite((_request, response) => response.end('{}'));
  });
  afterEach(() => sentinel.close());

  const cases: readonly [name: string, setting: string, check: (port: number, context: AdapterContext) => unknown][] = [
    ...['127.0.0.1', '[::1]', 'shop.example.com', '0x7f.1'].flatMap((host): typeof cases => [
      [
        `WooCommerce at https://${host}`,
        'url ',
        (port, context) =>
          woocommerce
            .connect(woocommerce.configSchema.parse({ url: `https://${host}:${port}`, ...ownKeys }), context)
            .checkAccess(),
      ],
      [
        `WooCommerce at http://${host}`,
        'url ',
        (port, context) =>
          woocommerce
            .connect(woocommerce.configSchema.parse({ url: `http://${host}:${port}`, ...ownKeys }), context)
            .checkAccess(),
      ],
      [
        `a callback at https://${host}`,
        'callbackUrl ',
        (port, context) =>
          webhook
            .connect(webhook.configSchema.parse({ callbackUrl: `https://${host}:${port}`, callbackSecret }), context)
            .checkAccess(),
      ],
      [
        `a callback at http://${host}`,
        'callbackUrl ',
        (port, context) =>
          webhook
            .connect(webhook.configSchema.parse({ callbackUrl: `http://${host}:${port}`, callbackSecret }), context)
            .checkAccess(),
      ],
    ]),
    ...['127.0.0.1', '::1', 'mail.example.com'].map((host): (typeof cases)[number] => [
      `a mail server at ${host}`,
      'host ',
      (port, context) =>
        smtp.connect(smtp.configSchema.parse({ host, port, requireTls: false }), context).checkAccess(),
    ]),
    ...['127.0.0.1', '::1', 'imap.example.com'].map((host): (typeof cases)[number] => [
      `a mailbox of bounces at ${host}`,
      'bounceMailbox.host ',
      (port, context) => openMailbox(host, port, context).read(null, toInstant(0)),
    ]),
    [
      'Mailgun at an address of its own',
      'baseUrl ',
      (port, context) =>
        mailgun
          .connect(mailgun.configSchema.parse({ ...mailAccount, baseUrl: `https://127.0.0.1:${port}` }), context)
          .checkAccess(),
    ],
    [
      'Mailgun by a name that lies',
      'baseUrl ',
      (_port, context) => mailgun.connect(mailgun.configSchema.parse(mailAccount), context).checkAccess(),
    ],
    [
      'BigCommerce by a name that lies',
      'The address ',
      (_port, context) => bigcommerce.connect(bigcommerce.configSchema.parse(account), context).checkAccess(),
    ],
    [
      'Shopify by a name that lies',
      'The address ',
      (_port, context) => shopify.connect(shopify.configSchema.parse(shop), context).checkAccess(),
    ],
  ];

  test.each(cases)('is refused, naming the setting: %s', async (_name, setting, check) => {
    const error: unknown = await Promise.resolve(check(sentinel.port, lend({}))).catch((thrown: unknown) => thrown);
    expect(error).toMatchObject({ name: 'AdapterError', kind: 'misconfigured', outcome: 'notDone' });
    expect((error as Error).message).toMatch(
      new RegExp(`^${setting}(leads into a private network|must be reached by https|is not Mailgun’s)`),
    );
    expect((error as Error).message).not.toMatch(/127|::1|example\.com|c[sk]_/);
    expect(sentinel.connections).toBe(0);
  });

  test('cannot be a Shopify store: its address is one of Shopify’s', () => {
    lend({});
    for (const domain of ['127.0.0.1', 'localhost', '127.0.0.1#.myshopify.com', 'a@127.0.0.1/.myshopify.com'])
      expect(shopify.configSchema.safeParse({ ...shop, domain }).error?.issues).toMatchObject([{ path: ['domain'] }]);
  });
});

describe('with the allowance, everything an adapter asks goes through the egress', () => {
  // Only the egress knows that these names are this machine.
  const named = (url: string) => url.replace('127.0.0.1', 'upstream.test');
  const allow = () => lend({ REGULARS_ALLOW_PRIVATE_NETWORK: '127.0.0.1' });

  test('WooCommerce', async () => {
    const store = await startFakeWooCommerce();
    const { url, key, secret } = store;
    const context = allow();
    let asked = 0;
    // By its number: the signature of plain http covers the name that the fake is known by.
    const fetch: typeof globalThis.fetch = (...question) => {
      asked += 1;
      return egress.fetch(...question);
    };
    await woocommerce.connect({ url, key, secret }, { ...context, fetch }).checkAccess();
    expect([asked, store.requests.length]).toEqual([1, 1]);
    await store.close();
  });

  test('a callback', async () => {
    const upstream = await startHttpUpstream(() => ({ status: 200, body: '{}' }));
    const config = webhook.configSchema.parse({ callbackUrl: named(upstream.url), callbackSecret });
    await webhook.connect(config, allow()).checkAccess();
    expect([resolved, upstream.requests.length]).toEqual([['upstream.test'], 1]);
    await upstream.close();
  });

  test('Mailgun', async () => {
    const fake = await startFakeMailgun();
    const config = mailgun.configSchema.parse({ apiKey: fake.apiKey, domain: fake.domain, baseUrl: named(fake.url) });
    await mailgun.connect(config, allow()).checkAccess();
    expect(resolved).toEqual(['upstream.test']);
    await fake.close();
  });

  test('a mail server', async () => {
    const sink = await startSmtpSink();
    const config = smtp.configSchema.parse({ host: 'upstream.test', port: sink.port, requireTls: false });
    const connection = smtp.connect(config, allow());
    await connection.checkAccess();
    expect(resolved).toEqual(['upstream.test']);
    await connection.close();
    await sink.close();
  });

  test('a mailbox of bounces', async () => {
    const imap = await startFakeImap();
    const { receipts } = await openMailbox('upstream.test', imap.port, allow()).read(null, toInstant(0));
    expect([receipts, resolved]).toEqual([[], ['upstream.test']]);
    await imap.close();
  });
});
