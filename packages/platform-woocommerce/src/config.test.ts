import { expect, test } from 'vitest';
import { configSchema } from './config.ts';

const right = { url: 'https://shop.example.com/de', key: 'ck_0123456789abcdef', secret: 'cs_0123456789abcdef' };

test('address and key of the shop are enough', () => {
  expect(configSchema.safeParse(right)).toEqual({ success: true, data: right });
});

test('orders can be received with nothing at all, but a key does not come alone', () => {
  expect(configSchema.safeParse({}).success).toBe(true);
  expect(configSchema.safeParse({ key: right.key }).success).toBe(false);
});

test.for([
  ['url', 'shop.example.com'],
  ['url', 'ftp://shop.example.com'],
  ['url', 'https://shop.example.com/wp-json/wc/v3'],
  ['url', 'https://shop.example.com/?rest_route=/'],
  ['key', 'cs_0123456789abcdef'],
  ['secret', 'ck_0123456789abcdef'],
  ['currency', 'XXX'],
] as const)('%s %s is refused, and the field named', ([field, value]) => {
  const read = configSchema.safeParse({ ...right, [field]: value });
  expect(read.success || read.error.issues[0]?.path).toEqual([field]);
});
