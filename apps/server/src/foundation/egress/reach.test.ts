import { lookup } from 'node:dns';
import { ForbiddenAddressError } from '@regulars/adapter-contracts';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { startSite, type Site } from '../../../test-support/start-site.ts';
import { createEgress, type Egress } from './create-egress.ts';
import type { Resolve } from './guarded-lookup.ts';

let sentinel: Site;
let egress: Egress;
beforeEach(async () => {
  sentinel = await startSite((_request, response) => response.end('reached'));
});
afterEach(async () => {
  await egress.close();
  await sentinel.close();
});

/** A resolver under somebody else's control: it answers each question with the next of these. */
function answering(...answers: readonly (readonly string[])[]): Resolve {
  const left = [...answers];
  return (_hostname, _options, done) =>
    done(
      null,
      (left.shift() ?? []).map((address) => ({ address, family: address.includes(':') ? 6 : 4 })),
    );
}

async function codeOf(work: Promise<unknown>): Promise<string> {
  const error: unknown = await work.then(
    () => new Error('Nothing was thrown.'),
    (thrown: unknown) => thrown,
  );
  if (error instanceof ForbiddenAddressError) return 'forbidden';
  return error instanceof Error && 'code' in error ? String(error.code) : String(error);
}

/** Ways to write this machine, its network, or the metadata of a cloud. */
const hosts = [
  '127.0.0.1 127.0.0.1. 127.1 127.0.1 2130706433 0x7f000001 0x7f.1 0177.0.0.1 017700000001 127.000.000.001',
  '127.255.255.254 0 0.0.0.0 １２７.０.０.１ 127。0。0。1 %31%32%37.0.0.1',
  '[::1] [::] [0:0:0:0:0:0:0:1] [::ffff:127.0.0.1] [::ffff:7f00:1] [::127.0.0.1] [::ffff:0:7f00:1]',
  '[64:ff9b::127.0.0.1] [64:ff9b:1::7f00:1] [2002:7f00:1::] [fe80::1] [fc00::1] [fd00:ec2::254]',
  '10.0.0.1 172.16.0.1 192.168.0.1 100.64.0.1 169.254.169.254 2852039166 [::ffff:a9fe:a9fe]',
  'localhost LOCALHOST Localhost. ⓛⓞⓒⓐⓛⓗⓞⓢⓣ',
].flatMap((line) => line.split(' '));

describe('without an allowance', () => {
  test('no way to write an address leads into a private network, by http or https', async () => {
    egress = createEgress({
      opened: [],
      // As a system's resolver does, but for names that only some systems know.
      resolve: (hostname, options, done) =>
        /^localhost\.?$/.test(hostname)
          ? answering(['127.0.0.1', '::1'])(hostname, options, done)
          : lookup(hostname, options, done),
    });
    const urls = hosts.flatMap((host) => [`http://${host}:${sentinel.port}/`, `https://${host}:${sentinel.port}/`]);
    expect(urls.length).toBeGreaterThanOrEqual(80);
    const codes = await Promise.all(urls.map((url) => codeOf(egress.fetch(url))));
    expect(urls.filter((_url, index) => codes[index] !== 'forbidden')).toEqual([]);
    expect(sentinel.connections).toBe(0);
  });

  test('no socket does, either', async () => {
    egress = createEgress({ opened: [], resolve: answering(['127.0.0.1']) });
    for (const host of ['127.0.0.1', '::1', '0.0.0.0', 'mail.example.com'])
      expect(await codeOf(egress.openSocket({ host, port: sentinel.port, timeoutMs: 1_000 }))).toBe('forbidden');
    expect(sentinel.connections).toBe(0);
  });

  test('only http and https are spoken, and no password is read from a URL', async () => {
    egress = createEgress({ opened: [] });
    for (const url of [
      'file:///etc/passwd',
      'data:text/plain,x',
      'ftp://example.com/',
      '//example.com',
      'https://u:p@x.test',
    ])
      expect(await codeOf(egress.fetch(url))).toBe('ERR_INVALID_URL');
  });

  test('a name is refused when all of its addresses are private', async () => {
    egress = createEgress({ opened: [], resolve: answering(['10.0.0.1', '::1', '169.254.169.254']) });
    expect(await codeOf(egress.fetch('https://shop.example.com/'))).toBe('forbidden');
  });

  test('a name without addresses is not found', async () => {
    egress = createEgress({ opened: [], resolve: answering([]) });
    expect(await codeOf(egress.fetch('https://shop.example.com/'))).toBe('ENOTFOUND');
  });
});

// The sentinel hears all of 127.0.0.0/8; of these 127.0.0.1 plays the public Internet.
const publicOnly = ['127.0.0.1/32'];

describe('a name that changes its address', () => {
  const url = () => `http://shop.example.com:${sentinel.port}/`;

  test('is connected to where it was checked, and nowhere else', async () => {
    egress = createEgress({ opened: publicOnly, resolve: answering(['127.0.0.1'], ['127.0.0.2']) });
    // One question, one answer: there is no second question whose answer could be another.
    expect(await (await egress.fetch(url())).text()).toBe('reached');
    sentinel.hangUp();
    expect(await codeOf(egress.fetch(url()))).toBe('forbidden');
    expect(sentinel.connections).toBe(1);
  });

  test('and names public and private ones at once is connected to the public one', async () => {
    egress = createEgress({ opened: publicOnly, resolve: answering(['127.0.0.2', '127.0.0.1', '127.0.0.3']) });
    const socket = await egress.openSocket({ host: 'mail.example.com', port: sentinel.port, timeoutMs: 1_000 });
    expect(socket.remoteAddress).toBe('127.0.0.1');
    socket.destroy();
  });
});

test('an error tells neither the address nor a key', async () => {
  egress = createEgress({ opened: publicOnly });
  await sentinel.close();
  const error = await egress
    .fetch(`http://127.0.0.1:${sentinel.port}/secret?key=cs_1`, { headers: { authorization: 'Basic Y2s=' } })
    .catch((thrown: unknown) => thrown);
  expect(error).toMatchObject({
    name: 'EgressError',
    code: 'ECONNREFUSED',
    message: 'The call failed (ECONNREFUSED).',
  });
  expect(Object.keys(error as object)).toEqual(['name', 'code']);
  expect((error as Error).cause).toBeUndefined();
  expect(String((error as Error).stack)).not.toMatch(/127|secret|cs_1|Y2s/);
  sentinel = await startSite((_request, response) => response.end());
});
