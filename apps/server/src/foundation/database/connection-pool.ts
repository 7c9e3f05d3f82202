import pg from 'pg';
import { toInstant } from '@regulars/core/shared';

const int8Oid = 20;
const timestampTzOid = 1184;
const timestampTzArrayOid = 1185;

const types = new pg.TypeOverrides();
// Our int8 columns are amounts in minor units and counts: safe integers by the checks at the edges.
types.setTypeParser(int8Oid, (text) => Number(text));
types.setTypeParser(timestampTzOid, parseTimestamp);
types.setTypeParser(timestampTzArrayOid, (text) =>
  text === '{}'
    ? []
    : text
        .slice(1, -1)
        .split(',')
        .map((item) => parseTimestamp(item.replaceAll('"', ''))),
);

function parseTimestamp(text: string) {
  // Postgres writes '2026-11-22 10:00:00.123456+00'; milliseconds are the finest we keep.
  return toInstant(
    Math.floor(Date.parse(`${text.replace(' ', 'T')}${text.length - text.lastIndexOf('+') === 3 ? ':00' : ''}`)),
  );
}

export interface PoolOptions {
  readonly connectionString: string;
  readonly maxConnections: number;
  /** Of Postgres, for every connection, e.g. `{ synchronous_commit: 'off' }` in a demo. */
  readonly settings?: Readonly<Record<string, string>>;
}

/**
 * Connections that act as the application role: it owns no table, so row-level security binds every statement.
 * Timestamps come as `Instant`, int8 as number.
 */
export function createConnectionPool({ connectionString, maxConnections, settings = {} }: PoolOptions): pg.Pool {
  const all = { role: 'regulars_app', timezone: 'UTC', idle_in_transaction_session_timeout: '60000', ...settings };
  const pool = new pg.Pool({
    connectionString,
    max: maxConnections,
    types,
    connectionTimeoutMillis: 5_000,
    idleTimeoutMillis: 30_000,
    options: Object.entries(all)
      .map(([name, value]) => `-c ${name}=${value}`)
      .join(' '),
    application_name: 'regulars',
  });
  // A connection lost while idle is replaced at the next use, and one lost while it is being closed is of no interest;
  // without listeners either would end the process.
  pool.on('error', () => undefined);
  pool.on('connect', (client) => client.on('error', () => undefined));
  return pool;
}
