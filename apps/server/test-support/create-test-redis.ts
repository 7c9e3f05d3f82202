import { Redis } from 'ioredis';
import { inject } from 'vitest';

export type TestRedis = { readonly redisUrl: string | null; drop(): Promise<void> };

/**
 * An empty Redis database for one test file in scale-out mode; `redisUrl` is null in embedded mode, where the nudges
 * stay inside the process. Pass it on as it is.
 */
export async function createTestRedis(): Promise<TestRedis> {
  const serverUrl = inject('testRedisUrl');
  if (serverUrl === null) return { redisUrl: null, drop: async () => {} };
  const url = new URL(serverUrl);
  url.pathname = `/${await withRedis(serverUrl, takeNextDatabase)}`;
  const clear = () => withRedis(url.href, (redis) => redis.flushdb());
  await clear();
  return { redisUrl: url.href, drop: async () => void (await clear()) };
}

/** Database 0 keeps the count; test files take the others in turn. */
async function takeNextDatabase(redis: Redis): Promise<number> {
  const [, databases] = await redis.config('GET', 'databases');
  const usable = Number(databases ?? 16) - 1;
  return (((await redis.incr('regulars-test:next-database')) - 1) % usable) + 1;
}

async function withRedis<T>(url: string, work: (redis: Redis) => Promise<T>): Promise<T> {
  const redis = new Redis(url, { maxRetriesPerRequest: 2 });
  try {
    return await work(redis);
  } finally {
    redis.disconnect();
  }
}
