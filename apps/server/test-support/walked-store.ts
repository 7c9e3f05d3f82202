import { randomBytes } from 'node:crypto';
import { sql } from 'kysely';
import { startFakeWooCommerce, type FakeWooCommerce } from '@regulars/adapter-testkit';
import type { CustomerId, StoreId } from '@regulars/core/shared';
import type { Foundation } from '../src/compose-foundation.ts';
import type { Rooms } from '../src/compose-rooms.ts';
import { createAdvocateLink } from '../src/referrals/door.ts';
import { addConnection } from '../src/stores/add-connection.ts';
import { createStore } from '../src/stores/create-store.ts';

const recorded = await import('../src/first-store/recorded-order.json', { with: { type: 'json' } });

/** A store on a fake WooCommerce, to walk one order all the way through. */
export interface WalkedStore {
  readonly storeId: StoreId;
  readonly woo: FakeWooCommerce;
  readonly hookToken: string;
  /** Delivers a paid order as WooCommerce would, at the instance's address; false when it was not taken. */
  order(
    url: string,
    order: {
      readonly id: number;
      readonly email: string;
      readonly firstName: string;
      readonly couponCode: string | null;
    },
  ): Promise<boolean>;
  rows<Row>(query: ReturnType<typeof sql<Row>>): Promise<readonly Row[]>;
  customerId(email: string): Promise<CustomerId | null>;
  advocateSlug(email: string): Promise<string>;
}

/** @param mail a mail connection of the store's own; null sends into the local mailbox. */
export async function createWalkedStore(
  instance: Foundation & { readonly rooms: Rooms },
  mail: { readonly adapterId: string; readonly config: unknown } | null,
): Promise<WalkedStore> {
  const { database } = instance;
  const created = await createStore(
    { ...instance, installers: instance.rooms.installers },
    { slug: `walk-${randomBytes(5).toString('hex')}`, name: 'The Roastery' },
  );
  if (!created.ok) throw new Error(JSON.stringify(created.failure));
  const storeId = created.value.id;
  const woo = await startFakeWooCommerce();
  const connected = await addConnection(instance, storeId, {
    purpose: 'platform',
    adapterId: 'woocommerce',
    config: { url: woo.url, key: woo.key, secret: woo.secret },
    webhookSecret: woo.webhookSecret,
  });
  if (!connected.ok) throw new Error(JSON.stringify(connected.failure));
  if (mail !== null) {
    const account = await addConnection(instance, storeId, { purpose: 'mail', ...mail, webhookSecret: null });
    if (!account.ok) throw new Error(JSON.stringify(account.failure));
  }
  const rows: WalkedStore['rows'] = async (query) =>
    await database.withStore(storeId, async (tx) => (await query.execute(tx)).rows);
  // The return window is the store's own affair; here goods cannot be returned.
  await rows(sql`update referral_program set rules = jsonb_set(rules, '{holdDays}', '0')`);

  const customerId = async (email: string) =>
    (await rows(sql<{ id: CustomerId }>`select id from customer where email_key = ${email}`))[0]?.id ?? null;
  return {
    storeId,
    woo,
    hookToken: connected.value.hookToken,
    rows,
    customerId,
    advocateSlug: async (email) => {
      const id = await customerId(email);
      if (id === null) throw new Error('There is no such customer yet.');
      const link = await database.withStore(storeId, (tx) => createAdvocateLink('')(tx, storeId, id));
      return link.slice('/r/'.length);
    },
    order: async (url, order) => {
      const now = new Date().toISOString().slice(0, 19);
      const payload = {
        ...recorded.default,
        id: order.id,
        number: String(order.id),
        customer_id: 0,
        date_created_gmt: now,
        date_modified_gmt: now,
        date_paid_gmt: now,
        billing: { ...recorded.default.billing, first_name: order.firstName, email: order.email },
        coupon_lines:
          order.couponCode === null
            ? []
            : [{ id: 1, code: order.couponCode.toLowerCase(), discount: '12.28', discount_tax: '0.00', meta_data: [] }],
      };
      const answer = await woo
        .deliverWebhook({
          hookUrl: `${url}/hooks/${connected.value.hookToken}`,
          topic: 'order.created',
          payload,
          secret: woo.webhookSecret,
        })
        .catch(() => null);
      return answer?.status === 200;
    },
  };
}
