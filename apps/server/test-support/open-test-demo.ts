import { pino } from 'pino';
import { vi } from 'vitest';
import type { Instant } from '@regulars/core/shared';
import { readConfig } from '../src/config.ts';
import { openDemo, type OpenDemo } from '../src/demo/open-demo.ts';
import { createTestDatabase, type TestDatabase } from './create-test-database.ts';

/** The seed under which the small demo of the tests has referrals and answers to show. */
const small = { seed: 2, stores: 1, customersPerStore: 50 } as const;

export interface TestDemo extends OpenDemo {
  readonly database: TestDatabase;
  /** Asks as the demo's owner. */
  ask(
    method: 'GET' | 'POST',
    path: string,
    body?: object,
  ): Promise<{ readonly status: number; readonly json: unknown }>;
}

/**
 * A small demo on a database of its own, its doors open; `demo.start()` fills it.
 *
 * @param database one that was a demo before, to open it again.
 */
export async function openTestDemo(madeAt: Instant, database?: TestDatabase): Promise<TestDemo> {
  const own = database ?? (await createTestDatabase());
  const config = readConfig({
    DATABASE_URL: own.databaseUrl,
    PORT: '0',
    REGULARS_PUBLIC_URL: 'http://localhost:1',
    REGULARS_SECRET_KEYS: `test:${Buffer.alloc(32, 1).toString('base64')}`,
    REGULARS_POLL_MS: '50',
    DATABASE_POOL_SIZE: '6',
  });
  const opened = await openDemo({
    config,
    log: pino({ level: 'silent' }),
    size: small,
    madeAt,
    wallClockMs: () => Date.now(),
  });
  if (opened.kind !== 'opened') throw new Error(`The demo could not be opened: ${opened.kind}.`);
  const entry = new URL(await opened.entryLink(null));
  // A server that has just begun on a busy machine may say that it is too busy, and leaves the link as it is.
  const answer = await vi.waitFor(
    async () => {
      const response = await fetch(`${opened.address}${entry.pathname}${entry.search}`, { redirect: 'manual' });
      if (response.status !== 303) throw new Error(`The way into the demo answered ${response.status}.`);
      return response;
    },
    { timeout: 30_000, interval: 250 },
  );
  const cookie = answer.headers
    .getSetCookie()
    .map((text) => text.split(';', 1)[0])
    .join('; ');
  return {
    ...opened,
    database: own,
    ask: async (method, path, body) => {
      const response = await fetch(`${opened.address}/api/v1${path}`, {
        method,
        headers: {
          cookie,
          origin: opened.address,
          ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      });
      return { status: response.status, json: await response.json() };
    },
  };
}
