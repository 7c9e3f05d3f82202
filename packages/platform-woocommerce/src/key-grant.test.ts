import { expect, test } from 'vitest';
import { readRecording } from '../test/recordings.ts';
import { parseKeyGrant, toKeyGrantUrl } from './key-grant.ts';

const request = {
  returnUrl: 'https://regulars.example/connected',
  callbackUrl: 'https://regulars.example/keys',
  state: 'a-guess-nobody-makes',
};
const grant = JSON.parse(readRecording('wc-auth-callback.json').body.toString()) as object;
const parse = (value: unknown) => parseKeyGrant(Buffer.from(JSON.stringify(value)));

test.for(['https://shop.example.com/sub', 'https://shop.example.com/sub/'])(
  'the merchant of %s is asked for a key',
  (site) => {
    const url = new URL(toKeyGrantUrl(site, request));
    expect(url.origin + url.pathname).toBe('https://shop.example.com/sub/wc-auth/v1/authorize');
    expect(Object.fromEntries(url.searchParams)).toEqual({
      app_name: 'Regulars',
      scope: 'read_write',
      user_id: request.state,
      return_url: `${request.returnUrl}?state=${request.state}`,
      callback_url: request.callbackUrl,
    });
  },
);

test('what a real store posted is a key, and whose it is', () => {
  const key = expect.stringMatching(/^ck_/) as unknown;
  const secret = expect.stringMatching(/^cs_/) as unknown;
  expect(parse(grant)).toEqual({ ok: true, value: { state: 'tenant-42', key, secret } });
});

test.for([
  ['may only read', { ...grant, key_permissions: 'read' }, '/key_permissions'],
  ['is no key', { ...grant, consumer_key: 'cs_1' }, '/consumer_key'],
  ['says not whose it is', { ...grant, user_id: '' }, '/user_id'],
])('a key that %s is refused', ([, posted, path]) => {
  expect(parse(posted)).toMatchObject({ ok: false, failure: { code: 'woocommerce.invalid', path } });
});

test('a body that is no JSON is refused', () => {
  expect(parseKeyGrant(Buffer.from('key=1'))).toMatchObject({ ok: false, failure: { code: 'woocommerce.not_json' } });
});
