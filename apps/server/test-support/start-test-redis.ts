import { startRedisServer, type RedisServer } from './start-redis-server.ts';

/** The Redis that REGULARS_TEST_REDIS_URL names, else one of our own. */
export async function startTestRedis(options: { readonly dataDir: string }): Promise<RedisServer> {
  const configured = process.env['REGULARS_TEST_REDIS_URL'];
  if (configured) return { redisUrl: configured, stop: async () => {} };
  return await startRedisServer(options);
}
