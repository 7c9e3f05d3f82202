import { Queue, Worker } from 'bullmq';
import { Redis } from 'ioredis';
import type { Logger } from 'pino';
import { coalesce } from './coalesce.ts';
import type { Nudges } from './nudges.ts';

const queueName = 'regulars-nudges';
const windowMs = 20;

export class RedisPolicyError extends Error {
  override readonly name = 'RedisPolicyError';
}

/**
 * Refuses a Redis that may throw keys away: with an evicting policy it answers "stored" and then forgets
 * (BullMQ documentation, "Going to production").
 */
export async function checkRedisPolicy(redisUrl: string): Promise<void> {
  const redis = new Redis(redisUrl, { lazyConnect: true, maxRetriesPerRequest: 1, retryStrategy: () => null });
  redis.on('error', () => undefined);
  try {
    await redis.connect();
    const answer = await redis.config('GET', 'maxmemory-policy').catch(() => null);
    // Managed services forbid CONFIG; they document their policy instead.
    const policy = answer?.[1];
    if (policy !== undefined && policy !== 'noeviction') {
      throw new RedisPolicyError(
        `Redis has maxmemory-policy ${policy}; Regulars needs noeviction. Set it with: redis-cli config set maxmemory-policy noeviction`,
      );
    }
  } finally {
    redis.disconnect();
  }
}

/**
 * Nudges through BullMQ, so that any number of workers share them: one job is `{id, generation}` and nothing else.
 * When Redis is lost, nudging fails silently and the lanes go on by polling Postgres.
 */
export function createRedisNudges(redisUrl: string, log: Logger): Nudges {
  const listeners = new Set<() => void>();
  let generation = 0;
  let isLost = false;
  const noteLoss = () => {
    if (!isLost) log.warn('Redis cannot be reached; work goes on by polling Postgres');
    isLost = true;
  };
  const noteReturn = () => {
    if (isLost) log.info('Redis is back');
    isLost = false;
  };

  const producer = new Redis(redisUrl, { enableOfflineQueue: false, maxRetriesPerRequest: 1 });
  const consumer = new Redis(redisUrl, { maxRetriesPerRequest: null });
  for (const connection of [producer, consumer]) connection.on('error', noteLoss).on('ready', noteReturn);

  const queue = new Queue(queueName, {
    connection: producer,
    defaultJobOptions: { attempts: 1, removeOnComplete: 100, removeOnFail: 100 },
  });
  queue.on('error', noteLoss);
  const wake = () => {
    for (const listener of listeners) listener();
  };
  const worker = new Worker(
    queueName,
    () => {
      wake();
      return Promise.resolve();
    },
    { connection: consumer, concurrency: 1, lockDuration: 10_000, stalledInterval: 5_000, maxStalledCount: 10 },
  );
  worker.on('error', noteLoss);

  const publish = coalesce(() => {
    generation += 1;
    queue.add('nudge', { id: 'lanes', generation }).catch(noteLoss);
  }, windowMs);

  return {
    nudge: () => {
      wake();
      publish.trigger();
    },
    listen: (listener) => void listeners.add(listener),
    isRedisReady: () => producer.status === 'ready',
    close: async () => {
      publish.cancel();
      await Promise.race([
        Promise.allSettled([worker.close(true), queue.close()]),
        new Promise((resolve) => setTimeout(resolve, 2_000).unref()),
      ]);
      producer.disconnect();
      consumer.disconnect();
    },
  };
}
