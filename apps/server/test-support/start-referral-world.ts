import { sql } from 'kysely';
import { createAdvocateLink, createRewardCodes, type RewardCodes } from '../src/referrals/door.ts';
import { claimReferral, type ClaimOutcome } from '../src/referrals/claim-referral.ts';
import { createReferralLanes } from '../src/referrals/jobs.ts';
import { installReferralProgram } from '../src/referrals/manage-program.ts';
import { createRewardLanes } from '../src/rewards/jobs.ts';
import type { CouponDeps } from '../src/rewards/work-coupons.ts';
import type { OrderFacts } from '@regulars/core/commerce';
import {
  minuteMs,
  toIsoString,
  type CustomerId,
  type Instant,
  type OrderId,
  type StoreId,
} from '@regulars/core/shared';
import { startFakeWooCommerce, type FakeWooCommerce } from '@regulars/adapter-testkit';
import { woocommerce } from '@regulars/platform-woocommerce';
import { ensureCustomer } from '../src/customers/ensure-customer.ts';
import { appendEvents } from '../src/foundation/events/event-log.ts';
import { newId } from '../src/foundation/ids.ts';
import type { Lane } from '../src/foundation/lanes/lane.ts';
import type { Store } from '../src/stores/door.ts';
import { createTestStore } from './create-test-store.ts';
import { openTestDatabase, type OpenTestDatabase } from './open-test-database.ts';
import { registryOf, testPlatform } from './test-platform.ts';

/** A store on a fake WooCommerce with a referral programme, an advocate, and the lanes that move referrals and rewards. */
export interface ReferralWorld extends OpenTestDatabase {
  readonly store: Store;
  readonly woo: FakeWooCommerce;
  readonly advocateId: CustomerId;
  readonly slug: string;
  readonly directory: Awaited<ReturnType<typeof createTestStore>>['directory'];
  readonly rewardCodes: RewardCodes;
  readonly couponDeps: CouponDeps;
  claim(email: string): Promise<ClaimOutcome>;
  /** A paid order of this customer, told to the rooms. */
  order(
    customerId: CustomerId,
    order?: Partial<Pick<OrderFacts, 'couponCodes' | 'grandMinor' | 'purchaseNumber'>> & { readonly paidAt?: Instant },
  ): Promise<OrderFacts>;
  /** Changes the order and tells the rooms of it. */
  tell(
    customerId: CustomerId,
    kind: 'orderPaid' | 'orderRefunded' | 'orderCancelled',
    order: OrderFacts,
  ): Promise<void>;
  customerOf(email: string): Promise<CustomerId>;
  /** Runs lanes until none of them finds anything more to do now. */
  settle(...names: readonly string[]): Promise<void>;
  runLane(name: string): Promise<number>;
  rows<Row>(query: ReturnType<typeof sql<Row>>): Promise<readonly Row[]>;
}

/** @param platform `test-platform` is one that can make no discount codes. */
export async function startReferralWorld(
  platform: 'woocommerce' | 'test-platform' = 'woocommerce',
): Promise<ReferralWorld> {
  const opened = await openTestDatabase();
  const { database } = opened;
  const woo = await startFakeWooCommerce();
  const adapters = registryOf(woocommerce, testPlatform);
  const { store, directory } = await createTestStore(database, {
    adapters,
    adapterId: platform,
    config: platform === 'woocommerce' ? { url: woo.url, key: woo.key, secret: woo.secret } : {},
    installers: [installReferralProgram],
    store: { url: 'https://shop.example', name: 'The Shop' },
  });
  const storeId: StoreId = store.id;
  const rewardCodes = createRewardCodes(new Uint8Array(32).fill(7));
  const deps = {
    database,
    directory,
    adapters,
    rewardCodes,
    adapterContext: { timeoutMs: 1_000, allowPrivateNetwork: true },
    monotonicMs: () => performance.now(),
    leaseMs: 5 * minuteMs,
  };
  const lanes = new Map<string, Lane>(
    [...createReferralLanes(database), ...createRewardLanes(deps)].map((lane) => [lane.name, lane]),
  );
  const advocateId = await database.withStore(storeId, (tx, now) =>
    ensureCustomer(tx, storeId, { email: 'anna@example.com', firstName: 'Anna', locale: 'en', saidYesAt: null }, now),
  );
  const link = await database.withStore(storeId, (tx) =>
    createAdvocateLink('http://regulars.test')(tx, storeId, advocateId),
  );
  const slug = link.slice(link.lastIndexOf('/') + 1);

  const runLane = async (name: string): Promise<number> => {
    const lane = lanes.get(name);
    if (lane === undefined) throw new RangeError(`There is no lane ${name}.`);
    const due = await database.withStores([storeId], (tx) => lane.listDueStores(tx));
    return due.length === 0 ? 0 : lane.work(storeId);
  };
  const tell: ReferralWorld['tell'] = async (customerId, kind, facts) => {
    await database.withStore(storeId, async (tx, now) => {
      await sql`
        update orders set status = ${facts.status}, refunded_minor = ${facts.refundedMinor}
        where store_id = ${storeId} and id = ${facts.orderId}`.execute(tx);
      await appendEvents(tx, storeId, [{ customerId, kind, at: now, data: facts }]);
    });
  };

  return {
    ...opened,
    store,
    woo,
    advocateId,
    slug,
    directory,
    rewardCodes,
    couponDeps: deps,
    runLane,
    tell,
    claim: (email) => claimReferral({ database, rewardCodes }, { slug, email, isConsenting: false, locale: 'en' }),
    order: async (customerId, { paidAt, ...given } = {}) => {
      const orderId: OrderId = newId();
      const facts: OrderFacts = {
        orderId,
        externalId: orderId,
        number: '1001',
        status: 'paid',
        currency: 'EUR',
        grandMinor: 5_000,
        refundedMinor: 0,
        couponCodes: [],
        productExternalIds: [],
        categories: [],
        purchaseNumber: 1,
        isRenewal: false,
        isHistory: false,
        ...given,
      };
      await database.withStore(storeId, async (tx, now) => {
        const at = toIsoString(paidAt ?? now);
        await sql`
          insert into orders (store_id, id, connection_id, external_id, number, customer_id, placed_at, paid_at, source_updated_at,
                              status, platform_status, currency, grand_minor, discount_minor, refunded_minor, model, received_at)
          values (${storeId}, ${orderId}, ${newId()}, ${orderId}, '1001', ${customerId}, ${at}, ${at}, ${at},
                  'paid', 'processing', 'EUR', ${facts.grandMinor}, 0, 0, '{}'::jsonb, clock_now())`.execute(tx);
        await appendEvents(tx, storeId, [{ customerId, kind: 'orderPaid', at: paidAt ?? now, data: facts }]);
      });
      return facts;
    },
    customerOf: async (email) =>
      database.withStore(storeId, async (tx) => {
        const { rows } = await sql<{
          id: CustomerId;
        }>`select id from customer where store_id = ${storeId} and email_key = ${email}`.execute(tx);
        const [customer] = rows;
        if (customer === undefined) throw new RangeError('The store has no such customer.');
        return customer.id;
      }),
    settle: async (...names) => {
      const wanted = names.length === 0 ? [...lanes.keys()] : names;
      for (;;) {
        let done = 0;
        for (const name of wanted) done += await runLane(name);
        if (done === 0) return;
      }
    },
    rows: (query) => database.withStore(storeId, async (tx) => (await query.execute(tx)).rows),
    close: async () => {
      await woo.close();
      await opened.close();
    },
  };
}
