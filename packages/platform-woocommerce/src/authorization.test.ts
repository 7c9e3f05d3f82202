import { adapterErrorOf } from '@regulars/adapter-testkit';
import { expect, test } from 'vitest';
import { authorization } from './authorization.ts';

const settings = { url: 'https://shop.example.com', currency: 'EUR' };
const state = 'a-guess-nobody-makes';
const context = { timeoutMs: 1_000, allowPrivateNetwork: false };
const toCallback = (changes: object = {}) =>
  Buffer.from(
    JSON.stringify({
      key_id: 1,
      user_id: state,
      consumer_key: 'ck_1',
      consumer_secret: 'cs_1',
      key_permissions: 'read_write',
      ...changes,
    }),
  );
const right = { query: { success: '1', user_id: state, state }, state, callback: toCallback() };

test('who was allowed comes back with the key that the store posted', async () => {
  expect(await authorization.complete(settings, right, context)).toEqual({ ...settings, key: 'ck_1', secret: 'cs_1' });
});

test.for([
  ['was denied', { query: { success: '0', user_id: state } }, 'forbidden'],
  ['answers another question', { query: { success: '1', user_id: 'other' } }, 'unauthenticated'],
  ['answers no question', { query: { success: '1', user_id: '' }, state: '' }, 'unauthenticated'],
  ['comes without a key', { callback: null }, 'misconfigured'],
  ['comes with the key of another question', { callback: toCallback({ user_id: 'other' }) }, 'unauthenticated'],
  ['comes with a key that may only read', { callback: toCallback({ key_permissions: 'read' }) }, 'unauthenticated'],
] as const)('an answer that %s gives no access', async ([, changes, kind]) => {
  const work = authorization.complete(settings, { ...right, ...changes }, context);
  expect(await adapterErrorOf(work)).toMatchObject({ kind, outcome: 'notDone' });
});

test('without https nobody is sent there, because WooCommerce would refuse it', () => {
  const request = { returnUrl: 'http://localhost/connect/return', callbackUrl: 'http://localhost/keys', state };
  expect(() => authorization.toUrl(settings, request)).toThrow('https');
});
