import pg from 'pg';
import type { Logger } from 'pino';
import { coalesce } from './coalesce.ts';
import type { Nudges } from './nudges.ts';

const channel = 'regulars_nudge';
const windowMs = 20;
const reconnectMs = 1_000;

/** Nudges through Postgres' own LISTEN/NOTIFY: what the embedded default uses, and what remains when Redis is lost. */
export function createPostgresNudges(connectionString: string, log: Logger): Nudges {
  const listeners = new Set<() => void>();
  let client: pg.Client | null = null;
  let isClosed = false;
  let reconnect: NodeJS.Timeout | null = null;

  const wake = () => {
    for (const listener of listeners) listener();
  };

  const connect = async () => {
    const next = new pg.Client({ connectionString, application_name: 'regulars nudges' });
    next.on('notification', wake);
    next.on('error', retry);
    next.on('end', retry);
    try {
      await next.connect();
      await next.query(`listen ${channel}`);
      client = next;
      if (isClosed) await next.end();
    } catch {
      retry();
    }
  };
  const retry = () => {
    client = null;
    if (isClosed || reconnect !== null) return;
    log.warn('nudges lost their connection; work goes on by polling');
    reconnect = setTimeout(() => {
      reconnect = null;
      void connect();
    }, reconnectMs);
  };

  const publish = coalesce(() => {
    client?.query(`notify ${channel}`).catch(() => undefined);
  }, windowMs);
  void connect();

  return {
    nudge: () => {
      wake();
      publish.trigger();
    },
    listen: (listener) => void listeners.add(listener),
    isRedisReady: () => null,
    close: async () => {
      isClosed = true;
      publish.cancel();
      if (reconnect !== null) clearTimeout(reconnect);
      await client?.end();
    },
  };
}
