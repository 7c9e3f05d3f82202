import { createHmac, timingSafeEqual } from 'node:crypto';
import { fastify } from 'fastify';
import pg from 'pg';

/**
 * The yardsticks of intake: `verify` is Fastify that only checks the signature; `insert` is what one would write first,
 * one plain insert for each request.
 */
const mode = process.argv[2];
const secret = process.env['BENCH_SECRET'] ?? '';
const pool = mode === 'insert' ? new pg.Pool({ connectionString: process.env['DATABASE_URL'], max: 20 }) : null;
await pool?.query('create table if not exists plain_delivery (id bigserial primary key, body bytea not null)');

const app = fastify();
app.removeAllContentTypeParsers();
app.addContentTypeParser('*', { parseAs: 'buffer' }, (_request, body, done) => done(null, body));
app.get('/readyz', async () => ({ status: 'ready' }));
app.post<{ Body: Buffer }>('/hooks/:token', async (request, reply) => {
  const expected = createHmac('sha256', secret).update(request.body).digest();
  const given = Buffer.from(String(request.headers['x-wc-webhook-signature']), 'base64');
  if (given.length !== expected.length || !timingSafeEqual(given, expected))
    return reply.status(401).send({ status: 'refused' });
  await pool?.query('insert into plain_delivery (body) values ($1)', [request.body]);
  return { status: 'accepted' };
});
process.on('SIGTERM', () => process.exit(0));
await app.listen({ port: Number(process.env['PORT']), host: '127.0.0.1' });
