import { ForbiddenAddressError, type AdapterContext } from '@regulars/adapter-contracts';
import { adapterErrorOf, startHttpUpstream, type Fault, type HttpUpstream } from '@regulars/adapter-testkit';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { call, type Call } from '../templates/shared/src/client.ts';

let upstream: HttpUpstream;
beforeEach(async () => {
  upstream = await startHttpUpstream(() => ({ status: 200, body: '{"made":true}' }));
});
afterEach(() => upstream.close());

const context: AdapterContext = { timeoutMs: 500, allowPrivateNetwork: true };
const toCall = (method: Call['method'], url = upstream.url): Call => ({
  method,
  url,
  headers: { authorization: 'Bearer secret-of-the-store' },
  setting: 'url',
  ...(method === 'GET' ? {} : { body: { code: 'HELLO' } }),
});
const errorOf = (method: Call['method'], fault: Fault) => {
  upstream.fail(fault);
  return adapterErrorOf(call(toCall(method), context));
};

test('what was asked is sent once, and the answer is read', async () => {
  expect(await call(toCall('POST'), context)).toEqual({ made: true });
  expect(upstream.requests.map(({ method, body }) => [method, body.toString('utf8')])).toEqual([
    ['POST', '{"code":"HELLO"}'],
  ]);
  expect(upstream.requests[0]?.headers).toMatchObject({ authorization: 'Bearer secret-of-the-store' });
});

describe('whether it was done:', () => {
  const answers = (status: number): Fault => ({ kind: 'answerInstead', status, body: 'secret-of-the-store' });
  const faults: readonly (readonly [what: string, fault: Fault, kind: string, get: string, post: string])[] = [
    ['a lost answer', { kind: 'resetAfter' }, 'unavailable', 'notDone', 'unknown'],
    ['a late answer', { kind: 'delayAfter', delayMs: 30_000 }, 'unavailable', 'notDone', 'unknown'],
    ['an answer without end', { kind: 'dripAfter', everyMs: 20 }, 'unavailable', 'notDone', 'unknown'],
    [
      'an error of the server',
      { kind: 'answerAfter', status: 502, body: '<html>' },
      'unavailable',
      'notDone',
      'unknown',
    ],
    ['no JSON', { kind: 'answerAfter', status: 200, body: '<html>' }, 'unavailable', 'notDone', 'unknown'],
    ['wrong credentials', answers(401), 'unauthenticated', 'notDone', 'notDone'],
    ['a missing permission', answers(403), 'forbidden', 'notDone', 'notDone'],
    ['nothing there', answers(404), 'notFound', 'notDone', 'notDone'],
    ['a refusal', answers(422), 'invalid', 'notDone', 'notDone'],
    ['a limit', answers(429), 'rateLimited', 'notDone', 'notDone'],
    [
      'a redirect',
      { kind: 'answerInstead', status: 302, headers: { location: 'http://127.0.0.1:9/' } },
      'misconfigured',
      'notDone',
      'notDone',
    ],
  ];
  test.each(faults)('%s', async (_what, fault, kind, get, post) => {
    for (const [method, outcome] of [
      ['GET', get],
      ['POST', post],
    ] as const) {
      const error = await errorOf(method, fault);
      expect(error).toMatchObject({ kind, outcome });
      expect(error.message).not.toContain('secret-of-the-store');
    }
    expect(upstream.requests).toHaveLength(2);
  });

  test('nobody there at all: certainly not', async () => {
    const { url, close } = await startHttpUpstream(() => ({ status: 200 }));
    await close();
    const error = await adapterErrorOf(call(toCall('POST', url), context));
    expect(error).toMatchObject({ kind: 'unavailable', outcome: 'notDone' });
  });
});

test('a limit tells how long to wait', async () => {
  const error = await errorOf('GET', { kind: 'answerInstead', status: 429, headers: { 'retry-after': '30' } });
  expect(error.retryAfterMs).toBe(30_000);
});

test('an address that may not be called is named by its setting', async () => {
  const fetch = () =>
    Promise.reject(new TypeError('fetch failed', { cause: new ForbiddenAddressError('is private.') }));
  const error = await adapterErrorOf(call(toCall('GET'), { ...context, fetch }));
  expect(error).toMatchObject({ kind: 'misconfigured', outcome: 'notDone', message: 'url is private.' });
});
