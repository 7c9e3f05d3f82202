import { describe, expect, test } from 'vitest';
import { config, eventsOf, getSample, parse } from '../test/samples.ts';
import { parseWebhook } from './parse-webhook.ts';

const order = getSample('rest.order').body;

describe('a delivery that cannot be used', () => {
  test.for([
    ['no JSON', '<html>', 'shopify.not_json', ''],
    ['a list', '[]', 'shopify.not_json', ''],
    ['cut off', JSON.stringify(order).slice(0, 500), 'shopify.not_json', ''],
    ['without lines', { ...order, line_items: undefined }, 'shopify.invalid', '/line_items'],
    ['with a price that is a number', { ...order, total_price: 19.9 }, 'shopify.invalid', '/total_price'],
    ['with a time of no zone', { ...order, updated_at: '2026-11-01T10:00:00' }, 'shopify.invalid', '/updated_at'],
    ['without an id', { ...order, id: null, admin_graphql_api_id: null }, 'shopify.invalid', '/id'],
    ['in points', { ...order, currency: 'PTS' }, 'shopify.unknown_currency', '/currency'],
  ] as const)('%s is rejected with the place', ([, body, code, path]) => {
    const parsed = parse('orders/updated', body);
    expect(parsed.ok ? null : [parsed.failure.code, parsed.failure.path]).toEqual([code, path]);
  });

  test('of another shop of the same app is rejected, whatever the case of its name', () => {
    const of = (shop: string) => parse('orders/updated', order, { 'x-shopify-shop-domain': shop });
    expect(of('SHOP.myshopify.com').ok).toBe(true);
    expect(of('other.myshopify.com')).toMatchObject({ ok: false, failure: { code: 'shopify.other_shop' } });
  });

  test('says what would be right and repeats nothing of the body', () => {
    const parsed = parse('orders/updated', { ...order, updated_at: 'bob@buyer.test' });
    expect(parsed.ok ? '' : parsed.failure.message).not.toContain('bob@');
  });
});

describe('consent', () => {
  const update = (state: string | null) => ({
    customer_id: 7,
    email_address: 'ada@buyer.test',
    email_marketing_consent: { state, opt_in_level: 'single_opt_in', consent_updated_at: '2026-11-01T10:00:00Z' },
  });

  test.for([
    ['subscribed', 'subscribed'],
    ['unsubscribed', 'unsubscribed'],
    ['pending', 'pending'],
    ['not_subscribed', 'not_asked'],
  ] as const)('that is %s is %s', ([told, state]) => {
    expect(eventsOf(parse('customers_email_marketing_consent/update', update(told)))).toMatchObject([
      { kind: 'consentChanged', externalId: '7', email: 'ada@buyer.test', consent: { state, source: 'account' } },
    ]);
  });

  test.for(['redacted', 'invalid', null])('that is %s says nothing', (told) => {
    expect(eventsOf(parse('customers_email_marketing_consent/update', update(told)))).toEqual([
      { kind: 'ignored', reason: 'consent.unknown' },
    ]);
  });
});

test('customers who were merged leave one account less', () => {
  const merge = {
    admin_graphql_api_customer_kept_id: 'gid://shopify/Customer/1',
    admin_graphql_api_customer_deleted_id: 'gid://shopify/Customer/2',
    status: 'completed',
  };
  expect(eventsOf(parse('customers/merge', merge))).toEqual([{ kind: 'customerDeleted', externalId: '2' }]);
});

test('a checkout that was completed says when', () => {
  const completed = { ...getSample('checkouts.update').body, completed_at: '2022-01-01T00:10:00Z' };
  expect(eventsOf(parse('checkouts/update', completed))).toMatchObject([
    { checkout: { completedAt: Date.parse('2022-01-01T00:10:00Z') } },
  ]);
});

test('a topic that is not known is ignored as such', () => {
  expect(eventsOf(parse('metaobjects/create', {}))).toEqual([{ kind: 'ignored', reason: 'topic.unknown' }]);
});

test('prices of products are left out where the currency is not known', () => {
  const { topic, body } = getSample('products.create');
  const webhook = { topic, headers: {}, body: Buffer.from(JSON.stringify(body)) };
  const parsed = parseWebhook(webhook, { ...config, currency: undefined });
  expect(eventsOf(parsed)).toMatchObject([{ product: { priceMinor: null, currency: null } }]);
});
