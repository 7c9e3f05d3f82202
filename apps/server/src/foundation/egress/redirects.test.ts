import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { startSite, type Site } from '../../../test-support/start-site.ts';
import { createEgress, type Egress } from './create-egress.ts';

let sentinel: Site;
let shop: Site;
let egress: Egress;
let asked: string[];
const url = (path: string) => `http://127.0.0.1:${shop.port}${path}`;

beforeEach(async () => {
  asked = [];
  sentinel = await startSite((_request, response) => response.end('reached'));
  // Redirects to what its query says.
  shop = await startSite((request, response) => {
    asked.push(`${request.method} ${request.url}`);
    const { searchParams } = new URL(request.url ?? '', 'http://shop.test');
    const to = searchParams.get('to');
    if (to === null) response.end('arrived');
    else response.writeHead(Number(searchParams.get('status') ?? 302), { location: to }).end();
  }, '127.0.0.1');
  egress = createEgress({ opened: ['127.0.0.1/32'] });
});
afterEach(async () => {
  await egress.close();
  await shop.close();
  await sentinel.close();
});

const to = (target: string, status = 302) => url(`/?status=${status}&to=${encodeURIComponent(target)}`);
const refused = { name: 'EgressError', code: 'EGRESS_REDIRECT' };

describe('a redirect', () => {
  test('to another page of the same origin is followed when reading', async () => {
    expect(await (await egress.fetch(to('/orders'))).text()).toBe('arrived');
    expect(asked.at(-1)).toBe('GET /orders');
  });

  test('to any other origin is not, wherever it leads and whatever its status', async () => {
    const targets = [
      `http://127.0.0.2:${sentinel.port}/`,
      `http://localhost:${sentinel.port}/`,
      `//127.0.0.2:${sentinel.port}/`,
      `http://127.0.0.1:${sentinel.port}/`,
      `https://127.0.0.1:${shop.port}/`,
      `http://key:secret@127.0.0.1:${shop.port}/`,
      'http://169.254.169.254/latest/meta-data/',
      'file:///etc/passwd',
      'http://[',
    ];
    for (const target of targets) {
      for (const status of [301, 302, 303, 307, 308])
        await expect(egress.fetch(to(target, status))).rejects.toMatchObject(refused);
    }
    expect(sentinel.connections).toBe(0);
  });

  test('of a request that writes is not', async () => {
    for (const method of ['POST', 'PUT', 'DELETE'])
      await expect(egress.fetch(to('/orders', 307), { method })).rejects.toMatchObject(refused);
    expect(asked).toHaveLength(3);
  });

  test('in a circle ends after three', async () => {
    const endless = await startSite(
      (_request, response) => response.writeHead(302, { location: '/' }).end(),
      '127.0.0.1',
    );
    await expect(egress.fetch(`http://127.0.0.1:${endless.port}/`)).rejects.toMatchObject(refused);
    await endless.close();
  });

  test('is given back to those who want to see it, and is an error to those who want none', async () => {
    const seen = await egress.fetch(to('http://10.0.0.1/'), { redirect: 'manual' });
    expect([seen.status, seen.headers.get('location')]).toEqual([302, 'http://10.0.0.1/']);
    await expect(egress.fetch(to('/orders'), { redirect: 'error' })).rejects.toMatchObject(refused);
  });

  test('to its own name is checked anew when the name has moved', async () => {
    const answers = ['127.0.0.1', '127.0.0.2'];
    const moving = createEgress({
      opened: ['127.0.0.1/32'],
      resolve: (_name, _options, done) => done(null, [{ address: answers.shift() ?? '', family: 4 }]),
    });
    const mover = await startSite((_request, response) => {
      response.writeHead(302, { location: '/again', connection: 'close' }).end();
    });
    await expect(moving.fetch(`http://shop.example.com:${mover.port}/`)).rejects.toMatchObject({
      kind: 'misconfigured',
      outcome: 'notDone',
    });
    expect(mover.connections).toBe(1);
    await moving.close();
    await mover.close();
  });
});
