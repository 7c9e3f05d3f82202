import { expect, test } from 'vitest';
import { configSchema } from './config.ts';

const right = { storeHash: 'abc123', accessToken: 'bctoken_0123456789', clientSecret: 'bcsecret_0123456789' };

test('a store-level API account is enough', () => {
  expect(configSchema.safeParse(right)).toEqual({ success: true, data: right });
  expect(configSchema.safeParse({ ...right, channelId: 2 }).success).toBe(true);
});

test.for([
  ['storeHash', 'https://api.bigcommerce.com/stores/abc123/v3/'],
  ['storeHash', 'abc123/../other'],
  ['storeHash', ''],
  ['accessToken', 'with a blank'],
  ['accessToken', undefined],
  ['clientSecret', 'short'],
  ['channelId', 0],
] as const)('%s %s is refused, and the field named', ([field, value]) => {
  const read = configSchema.safeParse({ ...right, [field]: value });
  expect(read.success || read.error.issues[0]?.path).toEqual([field]);
});
