import type { IncomingMessage, ServerResponse } from 'node:http';
import { brotliCompressSync, deflateSync, gzipSync } from 'node:zlib';
import { afterEach, describe, expect, test } from 'vitest';
import { startSite, type Site } from '../../../test-support/start-site.ts';
import { createEgress, type Egress } from './create-egress.ts';
import type { EgressLimits } from './limits.ts';

const limits: EgressLimits = { headersMs: 5_000, idleMs: 5_000, wholeMs: 5_000, bytes: 100_000 };
let site: Site;
let egress: Egress;
afterEach(async () => {
  await egress.close();
  await site.close();
});

async function open(
  answer: (request: IncomingMessage, response: ServerResponse) => void,
  tighter: Partial<EgressLimits> = {},
): Promise<string> {
  site = await startSite(answer, '127.0.0.1');
  egress = createEgress({ opened: ['127.0.0.1/32'], limits: { ...limits, ...tighter } });
  return `http://127.0.0.1:${site.port}/`;
}

const read = async (url: string, init?: RequestInit) => await (await egress.fetch(url, init)).text();
const code = (expected: string) => expect.objectContaining({ name: 'EgressError', code: expected }) as Error;

describe('an answer', () => {
  test.each([
    ['gzip', gzipSync],
    ['br', brotliCompressSync],
    ['deflate', deflateSync],
  ])('by %s is unpacked, and says no longer that it was packed', async (encoding, pack) => {
    const url = await open((_request, response) => {
      response.writeHead(200, { 'content-encoding': encoding }).end(pack('{"a":"ä"}'));
    });
    const response = await egress.fetch(url);
    expect([await response.json(), response.headers.get('content-encoding')]).toEqual([{ a: 'ä' }, null]);
  });

  test.each([
    ['gzip', gzipSync],
    ['br', brotliCompressSync],
    ['deflate', deflateSync],
  ])('that is a bomb of %s is read no further than the limit', async (encoding, pack) => {
    const bomb = pack(Buffer.alloc(5_000_000));
    expect(bomb.byteLength).toBeLessThan(limits.bytes);
    const url = await open((_request, response) => {
      response.writeHead(200, { 'content-encoding': encoding }).end(bomb);
    });
    await expect(read(url)).rejects.toEqual(code('EGRESS_TOO_LARGE'));
  });

  test('without an end is read no further than the limit, and hung up on', async () => {
    let isHungUp: Promise<unknown> = Promise.resolve();
    const url = await open((_request, response) => {
      isHungUp = new Promise((done) => response.once('close', done));
      const pour = () => {
        while (!response.destroyed && response.write('x'.repeat(1_000))) continue;
        response.once('drain', pour);
      };
      pour();
    });
    await expect(read(url)).rejects.toEqual(code('EGRESS_TOO_LARGE'));
    await isHungUp;
  });

  test('of exactly the limit is read', async () => {
    const url = await open((_request, response) => response.end('x'.repeat(limits.bytes)));
    expect(await read(url)).toHaveLength(limits.bytes);
  });

  test('in an encoding that was not asked for is refused', async () => {
    const url = await open((_request, response) => response.writeHead(200, { 'content-encoding': 'zstd' }).end('x'));
    await expect(read(url)).rejects.toEqual(code('EGRESS_ENCODING'));
  });

  test('that is packed badly, or breaks off, is an error', async () => {
    const url = await open((request, response) => {
      if (request.url === '/half')
        response.writeHead(200, { 'content-length': 10 }).write('half', () => response.destroy());
      else response.writeHead(200, { 'content-encoding': 'gzip' }).end('not gzip');
    });
    await expect(read(url)).rejects.toEqual(code('Z_DATA_ERROR'));
    await expect(read(`${url}half`)).rejects.toEqual(code('UND_ERR_SOCKET'));
  });

  test('that never begins ends with the time for it', async () => {
    const url = await open(() => undefined, { wholeMs: 100 });
    await expect(read(url)).rejects.toEqual(code('EGRESS_TIMEOUT'));
  });

  test('that drips ends with the time for the whole of it', async () => {
    const url = await open(
      (_request, response) => {
        const timer = setInterval(() => response.write('x'), 5);
        response.once('close', () => clearInterval(timer));
      },
      { wholeMs: 100 },
    );
    await expect(read(url)).rejects.toEqual(code('EGRESS_TIMEOUT'));
  });

  test('that the caller gives up on ends with the reason of the caller', async () => {
    const url = await open((_request, response) => response.write('x'));
    const patience = new AbortController();
    const response = await egress.fetch(url, { signal: patience.signal });
    patience.abort(new Error('enough'));
    await expect(response.text()).rejects.toThrow('enough');
  });
});

describe('what runtimes do is done', () => {
  test('a form goes with its boundary, and the answer keeps its headers', async () => {
    const url = await open((request, response) => {
      response.writeHead(201, { 'set-cookie': ['a=1', 'b=2'], 'x-asked': String(request.headers['content-type']) });
      request.pipe(response);
    });
    const form = new FormData();
    form.append('to', 'ada@buyer.test');
    const response = await egress.fetch(new Request(url, { method: 'POST', body: form }));
    expect(response.status).toBe(201);
    expect(response.headers.getSetCookie()).toEqual(['a=1', 'b=2']);
    expect(response.headers.get('x-asked')).toMatch(/^multipart\/form-data; boundary=/);
    expect(await response.text()).toContain('name="to"\r\n\r\nada@buyer.test');
  });

  test('answers without a body have none', async () => {
    const url = await open((request, response) => {
      response
        .writeHead(request.url === '/gone' ? 204 : 200, { 'content-length': request.url === '/gone' ? 0 : 5 })
        .end();
    });
    expect((await egress.fetch(`${url}gone`, { method: 'DELETE' })).body).toBeNull();
    const head = await egress.fetch(url, { method: 'HEAD' });
    expect([head.body, head.headers.get('content-length')]).toEqual([null, '5']);
  });
});
