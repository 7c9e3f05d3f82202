import { expect, test } from 'vitest';
import { configSchema } from './config.ts';

const right = {
  domain: 'my-shop.myshopify.com',
  clientId: '0123456789abcdef',
  clientSecret: 'shpss_0123456789abcdef',
  access: 'clientCredentials',
};

test('the permanent address and the app are enough', () => {
  expect(configSchema.safeParse(right)).toEqual({ success: true, data: right });
});

test('orders can be received with the address and the secret alone', () => {
  const { clientSecret } = right;
  expect(configSchema.safeParse({ domain: 'My-Shop.myshopify.com', clientSecret })).toEqual({
    success: true,
    data: { domain: 'my-shop.myshopify.com', clientSecret, access: 'none' },
  });
});

test.for([
  ['domain', 'www.my-shop.com'],
  ['domain', 'https://my-shop.myshopify.com'],
  ['domain', 'evil.example/.myshopify.com'],
  ['domain', 'my-shop.myshopify.com.evil.example'],
  ['clientSecret', 'shpat_0123456789abcdef'],
  ['accessToken', 'shpss_0123456789abcdef'],
  ['access', 'password'],
  ['currency', 'XXX'],
] as const)('%s %s is refused, and the field named', ([field, value]) => {
  const read = configSchema.safeParse({ ...right, [field]: value });
  expect(read.success || read.error.issues[0]?.path).toEqual([field]);
});

test.for([
  ['accessToken', { access: 'token' }],
  ['access', { access: 'none', accessToken: 'shpat_0123456789abcdef' }],
  ['clientSecret', { clientSecret: undefined }],
  ['clientId', { access: 'oauth', clientId: undefined }],
] as const)('%s is at fault in %j', ([field, changes]) => {
  const read = configSchema.safeParse({ ...right, ...changes });
  expect(read.success || read.error.issues[0]?.path).toEqual([field]);
});
