import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, inject, it, vi } from 'vitest';
import { createTestDatabase } from '../test-support/create-test-database.ts';
import { createTestRedis } from '../test-support/create-test-redis.ts';
import { superviseServer, type SupervisedServer } from '../test-support/supervised-server.ts';
import { createWalkedStore, type WalkedStore } from '../test-support/walked-store.ts';
import { startSmtpSink } from '@regulars/adapter-testkit';
import { builtInMail } from './built-in-mail.ts';
import { composeFoundation, type Foundation } from './compose-foundation.ts';
import { composeRooms, type Rooms } from './compose-rooms.ts';
import { readConfig } from './config.ts';
import { createLogger } from './foundation/telemetry/logger.ts';

const mode = inject('testMode');
let instance: Foundation & { readonly rooms: Rooms };
let environment: Record<string, string>;
const closing: (() => Promise<void>)[] = [];

beforeAll(async () => {
  const dataDir = await mkdtemp(join(tmpdir(), 'regulars-crash-'));
  closing.push(() => rm(dataDir, { recursive: true, force: true }));
  environment = {
    REGULARS_DATA_DIR: dataDir,
    REGULARS_SECRET_KEYS: `test:${randomBytes(32).toString('base64')}`,
    REGULARS_ALLOW_PRIVATE_NETWORK: 'true',
    REGULARS_LEASE_MS: '2000',
    REGULARS_POLL_MS: '250',
    DATABASE_POOL_SIZE: '6',
    ...(mode === 'embedded' ? {} : await scaleOut()),
  };
  const config = readConfig(environment, {});
  const foundation = await composeFoundation({ config, log: createLogger('silent'), builtInMail });
  const rooms = composeRooms(foundation, { countAcceptance: () => undefined });
  instance = { ...foundation, rooms };
  closing.push(async () => {
    await rooms.close();
    await foundation.close();
  });
}, 60_000);
afterAll(async () => {
  for (const close of closing.toReversed()) await close();
}, 60_000);

async function scaleOut(): Promise<Record<string, string>> {
  const [database, redis] = [await createTestDatabase(), await createTestRedis()];
  closing.push(database.drop, redis.drop);
  if (redis.redisUrl === null) throw new Error('The scale-out mode has a Redis.');
  return { DATABASE_URL: database.databaseUrl, REDIS_URL: redis.redisUrl };
}

/** Dies at the points one after the other, in the process whose work they are. */
const start = (points: readonly string[]): Promise<SupervisedServer> => {
  if (mode === 'embedded') return superviseServer({ crashPoints: { all: points }, environment });
  const isOf = (room: string, point: string) => point.startsWith(`${room}.`);
  // A friend claims at the API; what an order brings a referral is the worker's.
  const api = points.filter((point) => isOf('intake', point) || isOf('referrals', point));
  const worker = points.filter((point) => !isOf('intake', point));
  return superviseServer({ crashPoints: { api, worker }, environment });
};

const patience = { timeout: 180_000, interval: 50 };
/** For pages that count their visitors. */
const politePatience = { timeout: 180_000, interval: 1_000 };
const [ann, bob] = ['ann@example.test', 'bob@example.test'];

/** Order → mail → referral → friend's order → two rewards, each step as often as it takes. */
async function walk(store: WalkedStore, url: string): Promise<void> {
  await vi.waitFor(
    async () => expect(await store.order(url, { id: 1, email: ann, firstName: 'Ann', couponCode: null })).toBe(true),
    patience,
  );
  await vi.waitFor(async () => expect(await store.customerId(ann)).not.toBeNull(), patience);
  const slug = await store.advocateSlug(ann);
  const claimPage = await vi.waitFor(async () => {
    const claimed = await fetch(`${url}/r/${slug}/claims`, {
      method: 'POST',
      body: new URLSearchParams({ email: bob }),
      redirect: 'manual',
    });
    expect(claimed.status).toBe(303);
    return `${url}${claimed.headers.get('location')}`;
  }, politePatience);
  await vi.waitFor(() => expect(store.woo.coupons).toHaveLength(1), patience);
  // A friend orders once the page shows the code, not the moment the coupon exists.
  await vi.waitFor(async () => {
    const shown = await (await fetch(claimPage)).text();
    expect(shown.toLowerCase()).toContain(store.woo.coupons[0]?.code.toLowerCase());
  }, politePatience);
  const [welcome] = store.woo.coupons;
  await vi.waitFor(
    async () =>
      expect(await store.order(url, { id: 2, email: bob, firstName: 'Bob', couponCode: welcome!.code })).toBe(true),
    patience,
  );
  await vi.waitFor(() => expect(store.woo.coupons).toHaveLength(3), patience);
  await vi.waitFor(async () => {
    const open = await store.rows(sql<{ kind: string; key: string; state: string }>`
      select kind, key, state from effect where settled_at is null and due_at <= clock_now() + interval '1 hour'`);
    const behind = await store.rows(sql`select consumer from event_cursor where position < head`);
    expect([...open, ...behind]).toEqual([]);
  }, patience);
}

/** The last death may have come so late that the supervisor has not seen it yet. */
const expectAllDied = (server: SupervisedServer) =>
  vi.waitFor(() => expect(server.pointsLeft()).toEqual([]), { timeout: 5_000, interval: 50 });

/** What must be true after the walk, however often the processes died. */
async function expectExactlyOnce(store: WalkedStore): Promise<void> {
  expect(new Set(store.woo.coupons.map(({ code }) => code.toLowerCase())).size).toBe(3);
  expect(store.woo.coupons).toHaveLength(3);
  expect(await store.rows(sql`select count(*) as customers from customer`)).toEqual([{ customers: 2 }]);
  expect(
    await store.rows(sql`select order_count as orders, count(*) as customers from customer_value group by 1`),
  ).toEqual([{ orders: 1, customers: 2 }]);
  const told = await store.rows(sql<{ kind: string; n: number }>`
    select kind, count(*) as n from event where kind in ('orderPaid', 'rewardIssued', 'referralHeld') group by kind order by kind`);
  expect(told).toEqual([
    { kind: 'orderPaid', n: 2 },
    { kind: 'referralHeld', n: 2 },
    { kind: 'rewardIssued', n: 3 },
  ]);
}

const mailsSent = (store: WalkedStore) =>
  store.rows(sql<{ template: string; state: string; n: number }>`
    select payload->>'templateKey' as template, state, count(*) as n from effect where kind = 'mail' group by 1, 2 order by 1, 2`);
const allMails = [
  { template: 'friend-welcome', state: 'accepted', n: 1 },
  { template: 'reward-issued', state: 'accepted', n: 2 },
  { template: 'thank-you', state: 'accepted', n: 2 },
];

/**
 * In the order in which one order comes by them, so that each is still ahead of the process that follows a death. A mail
 * whose process died once it was marked is asked after, not settled: only the last death of a list may use one up.
 */
const points = [
  [
    'intake.beforeCommit',
    'intake.afterCommit',
    'customers.beforeCommit',
    'customers.afterCommit',
    'segments.beforeCommit',
    'segments.afterCommit',
  ],
  [
    'sequences.beforeCommit',
    'sequences.afterCommit',
    'delivery.beforeClaimCommit',
    'delivery.afterClaimCommit',
    'delivery.beforePost',
    'delivery.beforeSettleCommit',
  ],
  [
    'referrals.beforeCommit',
    'referrals.afterCommit',
    'rewards.beforeGrantCommit',
    'rewards.afterGrantCommit',
    'delivery.afterSettleCommit',
  ],
  [
    'rewards.beforeClaimCommit',
    'rewards.afterClaimCommit',
    'rewards.beforePost',
    'rewards.afterPost',
    'rewards.beforeSettleCommit',
    'rewards.afterSettleCommit',
    'delivery.afterPost',
  ],
] as const;

describe('after kill -9 nothing is lost and nothing doubled', () => {
  it.each(points.map((deaths) => ({ deaths, names: deaths.join(', then at ') })))(
    'at $names',
    { timeout: 480_000 },
    async ({ deaths }) => {
      const store = await createWalkedStore(instance, null);
      const server = await start(deaths);
      try {
        await walk(store, server.url);
        await expectAllDied(server);
        await expectExactlyOnce(store);
        await vi.waitFor(async () => expect(await mailsSent(store)).toEqual(allMails), patience);
        expect(
          await store.rows(sql`select count(*) as mails, count(distinct message_id) as ids from mailbox_message`),
        ).toEqual([{ mails: 5, ids: 5 }]);
      } finally {
        await server.stop();
        await store.woo.close();
      }
    },
  );
});

describe('with a mail server that cannot be asked', () => {
  it.each([
    ['delivery.beforePost', false],
    ['delivery.afterPost', true],
  ] as const)(
    'a mail being sent at %s is called unknown, shown, and never sent again',
    { timeout: 480_000 },
    async (point, isTaken) => {
      const sink = await startSmtpSink();
      const store = await createWalkedStore(instance, {
        adapterId: 'smtp',
        config: { host: sink.host, port: sink.port, secure: false, requireTls: false },
      });
      const server = await start([point]);
      try {
        await walk(store, server.url);
        await expectAllDied(server);
        const mails = await vi.waitFor(async () => {
          const rows = await store.rows(
            sql<{ id: string; state: string; template: string }>`
              select id, state, payload->>'templateKey' as template from effect
              where kind = 'mail' and state in ('accepted', 'unknown_final')`,
          );
          expect(rows.map(({ template }) => template).toSorted()).toEqual([
            'friend-welcome',
            'reward-issued',
            'reward-issued',
            'thank-you',
            'thank-you',
          ]);
          return rows;
        }, patience);
        const timesTaken = (id: string) => sink.messages.filter(({ raw }) => raw.includes(id)).length;
        const accepted = mails.filter(({ state }) => state === 'accepted');
        const unknown = mails.filter(({ state }) => state === 'unknown_final');
        expect(accepted.map(({ id }) => timesTaken(id))).toEqual(accepted.map(() => 1));
        // The others of its group, marked with it but not yet posted, share the fate of the one in flight.
        expect(unknown.length).toBeGreaterThanOrEqual(1);
        expect(unknown.some(({ id }) => timesTaken(id) > 0)).toBe(isTaken);
        expect(unknown.every(({ id }) => timesTaken(id) <= 1)).toBe(true);
      } finally {
        await server.stop();
        await store.woo.close();
        await sink.close();
      }
    },
  );
});

describe('a back-fill whose process is killed', () => {
  it(
    'at sync.orders.beforeCommit, then at sync.orders.afterCommit, goes on with no order missing and none twice',
    { timeout: 480_000 },
    async () => {
      const store = await createWalkedStore(instance, null);
      for (let n = 0; n < 1_000; n += 1)
        store.woo.addOrder({
          status: 'processing',
          date_created_gmt: new Date(Date.UTC(2026, 5, 1) + n * 1_000).toISOString().slice(0, 19),
        });
      const server = await start(['sync.orders.beforeCommit', 'sync.orders.afterCommit']);
      try {
        await vi.waitFor(async () => {
          const states = await store.rows(sql`select state from pull where kind = 'backfill'`);
          expect(states).toEqual([{ state: 'done' }, { state: 'done' }, { state: 'done' }]);
        }, patience);
        await expectAllDied(server);
        expect(
          await store.rows(sql`
            select count(*) as orders, count(distinct external_id) as ids,
                   (select count(*) from event where kind = 'orderPlaced') as placed,
                   (select orders_done from pull where kind = 'backfill' and resource = 'orders') as counted
            from orders`),
        ).toEqual([{ orders: 1_000, ids: 1_000, placed: 1_000, counted: 1_000 }]);
      } finally {
        await server.stop();
        await store.woo.close();
      }
    },
  );
});
