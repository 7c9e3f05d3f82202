import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { sql } from 'kysely';

import { createTestHttpApp, type TestHttpApp } from '../../test-support/create-test-http-app.ts';
import { signIn } from '../../test-support/sign-in.ts';

let http: TestHttpApp;
let owner: Record<string, string>;
let runs = 0;

/** Routes as a room would write them: one that answers, one that fails, one that writes. */
const sampleRoutes: FastifyPluginAsyncZod = async (app) => {
  const body = z.object({ name: z.string().min(1), count: z.number().int() });
  app.post(
    '/notes',
    { config: { action: 'stores.write' }, schema: { body, response: { 201: z.object({ run: z.number() }) } } },
    async (_request, reply) => {
      runs += 1;
      return reply.code(201).send({ run: runs });
    },
  );
  app.post('/faults', { config: { action: 'stores.write' } }, async () => {
    runs += 1;
    throw new Error('secret of ada@customer.example at /srv/app.ts');
  });
  app.get('/outages', { config: { action: 'stores.read' } }, async () => {
    throw Object.assign(new Error('connect ECONNREFUSED 10.0.0.5:5432'), { code: 'ECONNREFUSED' });
  });
};

beforeAll(async () => {
  http = await createTestHttpApp({
    apiRoutes: () => [sampleRoutes],
    fastRoutes: [
      async (app) => {
        app.post('/hooks/:token', async () => ({ status: 'accepted' }));
        app.get('/address', async ({ ip }) => ip);
      },
    ],
  });
  owner = await signIn(http, { role: 'owner' });
});
afterAll(() => http.close());

const write = (url: string, payload: object, key?: string) =>
  http.app.inject({
    method: 'POST',
    url: `/api/v1${url}`,
    payload,
    headers: key === undefined ? owner : { ...owner, 'idempotency-key': key },
  });

it('believes the caller’s address from one’s own proxy, and not what the caller says of himself', async () => {
  const headers = { 'x-forwarded-for': '6.6.6.6, 203.0.113.9' };
  expect((await http.app.inject({ method: 'GET', url: '/address', headers })).body).toBe('203.0.113.9');
});

describe('a refusal', () => {
  it('is problem+json that names each field and what would be right', async () => {
    const answer = await write('/notes', { name: '', count: 'three' });
    expect(answer.headers['content-type']).toMatch(/^application\/problem\+json/);
    expect(answer.json()).toMatchObject({ status: 400, code: 'request.invalid', requestId: expect.any(String) });
    expect(answer.json<{ errors: { path: string }[] }>().errors.map(({ path }) => path)).toEqual(['/name', '/count']);
  });

  it.each([
    ['truncated JSON', '{"name": "a', 'application/json', 'request.invalid'],
    ['another media type', '<a/>', 'application/xml', 'request.media_type_unsupported'],
    ['two megabytes', JSON.stringify({ name: 'a'.repeat(2_000_000) }), 'application/json', 'request.too_large'],
  ])('says what is wrong with %s', async (_case, payload, contentType, code) => {
    const answer = await http.app.inject({
      method: 'POST',
      url: '/api/v1/notes',
      payload,
      headers: { ...owner, 'content-type': contentType },
    });
    expect(answer.json()).toMatchObject({ code });
  });

  it('names text that no database can keep', async () => {
    const answer = await write('/notes', { name: 'a\0b', count: 1 });
    expect(answer.json()).toMatchObject({ status: 400, code: 'request.invalid', errors: [{ path: '/name' }] });
  });

  it('tells nothing of a fault of ours but a request id, which leads to the log', async () => {
    const answer = await write('/faults', {});
    expect(answer.statusCode).toBe(500);
    expect(answer.body).not.toMatch(/secret|customer\.example|app\.ts/);
    const { requestId } = answer.json<{ requestId: string }>();
    const logged = http.logLines.filter((line) => line.includes(requestId)).join('\n');
    expect(logged).toContain('request failed');
    expect(logged).toContain('[address]');
    expect(logged).not.toContain('ada@customer.example');
  });

  it('is 503 with Retry-After while the database is away', async () => {
    const answer = await http.app.inject({ url: '/api/v1/outages', headers: owner });
    expect(answer.statusCode).toBe(503);
    expect(answer.headers['retry-after']).toBe('5');
    expect(answer.body).not.toContain('10.0.0.5');
  });

  it('is 404 where nothing is', async () => {
    expect((await http.app.inject({ url: '/api/v1/nothing', headers: owner })).json()).toMatchObject({
      status: 404,
      code: 'request.not_found',
    });
  });
});

describe('an Idempotency-Key', () => {
  it('gives the same request the same answer, and runs it once', async () => {
    const first = await write('/notes', { name: 'a', count: 1 }, 'key-1');
    const before = runs;
    const second = await write('/notes', { name: 'a', count: 1 }, 'key-1');
    expect(second.statusCode).toBe(201);
    expect(second.body).toBe(first.body);
    expect(second.headers['idempotent-replayed']).toBe('true');
    expect(second.headers['content-type']).toBe(first.headers['content-type']);
    expect(runs).toBe(before);
  });

  it('refuses another request under the same key', async () => {
    await write('/notes', { name: 'a', count: 1 }, 'key-2');
    expect((await write('/notes', { name: 'b', count: 1 }, 'key-2')).json()).toMatchObject({
      status: 422,
      code: 'idempotency.key_reused',
    });
    expect((await write('/faults', { name: 'a', count: 1 }, 'key-2')).json()).toMatchObject({
      status: 422,
      code: 'idempotency.key_reused',
    });
  });

  it('runs one of two requests sent at once', async () => {
    const before = runs;
    const answers = await Promise.all([1, 2, 3].map(() => write('/notes', { name: 'a', count: 1 }, 'key-3')));
    expect(runs).toBe(before + 1);
    for (const { statusCode } of answers) expect([201, 409]).toContain(statusCode);
  });

  it('lets a fault of ours be tried again', async () => {
    const before = runs;
    await write('/faults', {}, 'key-4');
    await write('/faults', {}, 'key-4');
    expect(runs).toBe(before + 2);
  });

  it('replays a refusal of what was asked as well', async () => {
    const first = await write(
      '/api-keys',
      { name: 'x', scopes: ['keys.read'], storeId: '01999999-0000-7000-8000-000000000000' },
      'key-5',
    );
    const second = await write(
      '/api-keys',
      { name: 'x', scopes: ['keys.read'], storeId: '01999999-0000-7000-8000-000000000000' },
      'key-5',
    );
    expect(second.statusCode).toBe(first.statusCode);
  });

  it('belongs to its caller', async () => {
    const other = await signIn(http, { role: 'owner', email: 'second@agency.example' });
    await write('/notes', { name: 'a', count: 1 }, 'key-6');
    const answer = await http.app.inject({
      method: 'POST',
      url: '/api/v1/notes',
      payload: { name: 'b', count: 2 },
      headers: { ...other, 'idempotency-key': 'key-6' },
    });
    expect(answer.statusCode).toBe(201);
  });

  it('keeps answers sealed: a secret shown once is not in the database', async () => {
    const made = await write('/api-keys', { name: 'sealed', scopes: ['keys.read'] }, 'key-7');
    const { key } = made.json<{ key: string }>();
    const { rows } = await http.database.withDirectory((tx) =>
      sql<{ row: string }>`select row_to_json(i)::text as row from idempotency_key i`.execute(tx),
    );
    expect(rows.length).toBeGreaterThan(0);
    expect(JSON.stringify(rows)).not.toContain(key);
    expect((await write('/api-keys', { name: 'sealed', scopes: ['keys.read'] }, 'key-7')).json()).toMatchObject({
      key,
    });
  });

  it.each(['with space', 'x'.repeat(256)])('has 1 to 255 printable characters', async (key) => {
    expect((await write('/notes', { name: 'a', count: 1 }, key)).json()).toMatchObject({
      code: 'idempotency.key_invalid',
    });
  });
});

describe('headers', () => {
  it('tell how much of the rate limit is left', async () => {
    const { headers } = await http.app.inject({ url: '/api/v1/session', headers: owner });
    expect(headers).toMatchObject({
      'ratelimit-limit': '6000',
      'ratelimit-remaining': expect.any(String),
      'ratelimit-reset': expect.any(String),
    });
  });

  it('keep a page from being framed, sniffed or scripted by others', async () => {
    const { headers } = await http.app.inject({ url: '/api/v1/session', headers: owner });
    expect(headers['content-security-policy']).toContain("script-src 'self'");
    expect(headers['content-security-policy']).toContain("frame-ancestors 'none'");
    expect(headers).toMatchObject({
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'same-origin',
      'cache-control': 'no-store',
    });
    expect(headers).not.toHaveProperty('x-powered-by');
  });

  it('are not added to webhooks, which nothing may slow down', async () => {
    const { headers } = await http.app.inject({ method: 'POST', url: '/hooks/token' });
    expect(Object.keys(headers)).not.toEqual(expect.arrayContaining(['content-security-policy']));
    expect(Object.keys(headers)).not.toEqual(expect.arrayContaining(['ratelimit-limit']));
  });
});

describe('the log', () => {
  it('names the route and never what was sent', async () => {
    await http.app.inject({
      url: '/api/v1/session?token=canary-token',
      headers: { ...owner, 'user-agent': 'canary@agent.example' },
    });
    await write('/notes', { name: 'canary-body', count: 1 });
    const log = http.logLines.join('\n');
    expect(log).toContain('/api/v1/session');
    expect(log).not.toMatch(/canary|regulars\.session_token|@agency\.example/);
  });
});

describe('the document', () => {
  it('is OpenAPI 3.1, open to read, with every route of the API and no other', async () => {
    const document = (await http.app.inject('/api/v1/openapi.json')).json<{
      openapi: string;
      paths: Record<string, unknown>;
    }>();
    expect(document.openapi).toBe('3.1.0');
    expect(Object.keys(document.paths)).toEqual(
      expect.arrayContaining(['/api/v1/session', '/api/v1/api-keys', '/api/v1/health', '/api/v1/notes']),
    );
    expect(Object.keys(document.paths).filter((path) => !path.startsWith('/api/v1/'))).toEqual([]);
  });

  it('has a reference page', async () => {
    const page = await http.app.inject('/api/reference');
    expect([200, 302]).toContain(page.statusCode);
  });
});

describe('operations', () => {
  it('tell that the process is alive, ready and counted', async () => {
    expect((await http.app.inject('/healthz')).json()).toEqual({ status: 'alive' });
    expect((await http.app.inject('/readyz')).json()).toMatchObject({ status: 'ready' });
    expect((await http.app.inject('/metrics')).body).toContain('regulars_up');
  });

  it('keep the figures from strangers', async () => {
    expect((await http.app.inject({ url: '/metrics', remoteAddress: '203.0.113.9' })).statusCode).toBe(404);
  });
});

describe('a room', () => {
  it('cannot offer a route that names no action', async () => {
    const careless: FastifyPluginAsyncZod = async (app) => void app.get('/careless', async () => 'open');
    await expect(createTestHttpApp({ apiRoutes: () => [careless] })).rejects.toThrow(
      '/careless does not say which action it needs',
    );
  });
});
