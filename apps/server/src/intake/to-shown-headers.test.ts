import { expect, it } from 'vitest';
import { toShownHeaders } from './to-shown-headers.ts';

it('headers that name the delivery are shown', () => {
  const headers = {
    'content-type': 'application/json',
    'x-shopify-shop-domain': 'shop.example',
    'X-WC-Webhook-Topic': 'order.updated',
    'x-wc-webhook-delivery-id': '7',
  };
  expect(toShownHeaders(headers)).toEqual(headers);
});

it('no header is shown that could hold a secret, whatever it is called', () => {
  const names = [
    'authorization',
    'proxy-authorization',
    'cookie',
    'set-cookie',
    'x-signature',
    'x-wc-webhook-signature',
    'x-shopify-hmac-sha256',
    'webhook-signature',
    'x-api-key',
    'x-auth-token',
    'x-session-id',
    'x-something-new',
    'topic-secret',
    '__proto__',
  ];
  expect(toShownHeaders(Object.fromEntries(names.map((name) => [name, 's3cret'])))).toEqual({});
});
