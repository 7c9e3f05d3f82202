import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Redis } from 'ioredis';
import { sql } from 'kysely';
import { afterAll, afterEach, beforeAll, describe, expect, inject, it, vi } from 'vitest';
import { pino } from 'pino';
import { openTestDatabase, type OpenTestDatabase } from '../../../test-support/open-test-database.ts';
import { startRedisServer } from '../../../test-support/start-redis-server.ts';
import { newId } from '../ids.ts';
import type { Nudges } from '../nudges/nudges.ts';
import { createPostgresNudges } from '../nudges/postgres-nudges.ts';
import { checkRedisPolicy, createRedisNudges, RedisPolicyError } from '../nudges/redis-nudges.ts';
import type { StoreId } from '@regulars/core/shared';
import type { Lane } from './lane.ts';
import { runLanes, type RunLanesOptions, type RunningLanes } from './run-lanes.ts';

const log = pino({ level: 'silent' });
const storeId: StoreId = newId();
let opened: OpenTestDatabase;
let running: RunningLanes | null = null;
const closing: (() => Promise<void>)[] = [];

beforeAll(async () => {
  opened = await openTestDatabase();
  await opened.database.withStore(storeId, (tx) => sql`select 1`.execute(tx));
});
afterAll(() => opened.close());
afterEach(async () => {
  await running?.stop();
  running = null;
  for (const close of closing.splice(0).toReversed()) await close();
});

/** A lane over a list in memory: what counts here is when it looks. */
function queueLane() {
  const waiting: string[] = [];
  const handled: string[] = [];
  let looks = 0;
  const lane: Lane = {
    name: 'test.queue',
    listDueStores: async () => {
      looks += 1;
      return waiting.length > 0 ? [storeId] : [];
    },
    work: async () => {
      const batch = waiting.splice(0, 2);
      handled.push(...batch);
      return batch.length;
    },
  };
  return { lane, waiting, handled, looks: () => looks };
}

function start(lanes: readonly Lane[], nudges: Nudges, options: Partial<RunLanesOptions> = {}) {
  running = runLanes({
    database: opened.database,
    storeIds: async () => [storeId],
    lanes,
    nudges,
    log,
    pollMs: 60_000,
    ...options,
  });
  closing.push(() => nudges.close());
}

const nudgesOfThisMode = async (): Promise<Nudges> => {
  const redisUrl = inject('testRedisUrl');
  return redisUrl === null ? createPostgresNudges(opened.databaseUrl, log) : createRedisNudges(redisUrl, log);
};

describe('the lanes', () => {
  it('work off what waits, batch after batch', async () => {
    const { lane, waiting, handled } = queueLane();
    waiting.push('a', 'b', 'c', 'd', 'e');
    start([lane], await nudgesOfThisMode());
    await vi.waitFor(() => expect(handled).toEqual(['a', 'b', 'c', 'd', 'e']));
  });

  it('look at once when another process nudges', { timeout: 20_000 }, async () => {
    const { lane, waiting, handled, looks } = queueLane();
    start([lane], await nudgesOfThisMode());
    await vi.waitFor(() => expect(looks()).toBeGreaterThan(0));
    waiting.push('a');
    const other = await nudgesOfThisMode();
    closing.push(() => other.close());
    // Its own connection may still be opening: a nudge may be lost, never the work.
    await vi.waitFor(
      () => {
        other.nudge('elsewhere');
        expect(handled).toEqual(['a']);
      },
      { timeout: 10_000, interval: 100 },
    );
  });

  it('find work without any nudge by looking now and then', async () => {
    const { lane, waiting, handled, looks } = queueLane();
    start([lane], await nudgesOfThisMode(), { pollMs: 20 });
    await vi.waitFor(() => expect(looks()).toBeGreaterThan(0));
    waiting.push('late');
    await vi.waitFor(() => expect(handled).toEqual(['late']));
  });

  it('try a failed batch again and let the others go on meanwhile', async () => {
    const good = queueLane();
    good.waiting.push('a');
    let tries = 0;
    const bad: Lane = {
      name: 'test.bad',
      listDueStores: async () => (tries < 2 ? [storeId] : []),
      work: async () => {
        tries += 1;
        if (tries === 1) throw new Error('once');
        return 1;
      },
    };
    start([bad, good.lane], await nudgesOfThisMode());
    await vi.waitFor(() => expect(tries).toBe(2), { timeout: 5_000 });
    expect(good.handled).toEqual(['a']);
  });

  it('serve the other stores while one store fails, and tell which fails', async () => {
    const broken = storeId;
    const sound: StoreId = newId();
    const served: StoreId[] = [];
    const lane: Lane = {
      name: 'test.turns',
      listDueStores: async () => [broken, ...(served.length < 3 ? [sound] : [])],
      work: async (id) => {
        if (id === broken) throw new Error('for good');
        served.push(id);
        return 1;
      },
    };
    start([lane], await nudgesOfThisMode(), { storeIds: async () => [broken, sound] });
    await vi.waitFor(() => expect(served).toEqual([sound, sound, sound]));
    expect(running?.failing()).toEqual([{ lane: 'test.turns', storeId: broken, failures: expect.any(Number) }]);
  });

  it('finish the batch in hand when they are stopped', async () => {
    let release = (): void => undefined;
    let isDone = false;
    const slow: Lane = {
      name: 'test.slow',
      listDueStores: async () => (isDone ? [] : [storeId]),
      work: async () => {
        await new Promise<void>((resolve) => (release = resolve));
        isDone = true;
        return 1;
      },
    };
    start([slow], await nudgesOfThisMode());
    await vi.waitFor(() => expect(release).not.toBe(undefined));
    await vi.waitFor(() => {
      release();
      expect(isDone).toBe(true);
    });
    await running?.stop();
    expect(isDone).toBe(true);
  });
});

/** A Redis that one test may change and stop. */
async function startOwnRedis() {
  const dataDir = await mkdtemp(join(tmpdir(), 'regulars-redis-'));
  const redis = await startRedisServer({ dataDir });
  const client = new Redis(redis.redisUrl, { maxRetriesPerRequest: 1 });
  client.on('error', () => undefined);
  closing.push(async () => {
    client.disconnect();
    await redis.stop();
    await rm(dataDir, { recursive: true, force: true });
  });
  return { ...redis, client };
}

describe('with Redis', () => {
  it('lanes go on from Postgres when Redis goes away', { timeout: 20_000 }, async () => {
    const { lane, waiting, handled } = queueLane();
    const redis = await startOwnRedis();
    const nudges = createRedisNudges(redis.redisUrl, log);
    start([lane], nudges, { pollMs: 50 });
    await vi.waitFor(() => expect(nudges.isRedisReady()).toBe(true));
    await redis.stop();
    await vi.waitFor(() => expect(nudges.isRedisReady()).toBe(false), { timeout: 5_000 });
    waiting.push('after the loss');
    nudges.nudge('after the loss');
    await vi.waitFor(() => expect(handled).toEqual(['after the loss']), { timeout: 5_000 });
  });

  it('one that may forget is refused, with what to set', async () => {
    const redis = await startOwnRedis();
    await redis.client.config('SET', 'maxmemory-policy', 'allkeys-lru');
    await expect(checkRedisPolicy(redis.redisUrl)).rejects.toThrow(RedisPolicyError);
    await expect(checkRedisPolicy(redis.redisUrl)).rejects.toThrow('noeviction');
  });

  it('one that keeps everything is taken', async () => {
    const redis = await startOwnRedis();
    await redis.client.config('SET', 'maxmemory-policy', 'noeviction');
    await expect(checkRedisPolicy(redis.redisUrl)).resolves.toBeUndefined();
  });
});
