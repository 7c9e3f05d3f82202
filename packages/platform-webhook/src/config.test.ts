import { expect, test } from 'vitest';
import { configSchema } from './config.ts';

const callbackSecret = 'whsec_MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3ODlhYmNkZWY=';

test('nothing need be configured: money is in minor units then', () => {
  expect(configSchema.parse({})).toEqual({ moneyFormat: 'minor' });
});

test.for([
  ['moneyFormat', { moneyFormat: 'cents' }],
  ['callbackUrl', { callbackUrl: 'shop.example.com', callbackSecret }],
  ['callbackSecret', { callbackUrl: 'https://shop.example.com/regulars' }],
  ['callbackSecret', { callbackUrl: 'https://shop.example.com/regulars', callbackSecret: 'secret' }],
] as const)('%s is wrong in %j, and the field named', ([field, config]) => {
  const read = configSchema.safeParse(config);
  expect(read.success || read.error.issues[0]?.path).toEqual([field]);
});
