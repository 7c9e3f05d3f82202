import { sql, type RawBuilder } from 'kysely';
import type { CustomerId } from '@regulars/core/shared';
import type { Tx } from '../../foundation/database/database.ts';
import { eraseCustomer } from './erase-customer.ts';
import type { World } from './world.ts';

/**
 * Erases the customers whose last order with personal data was just made anonymous at the platform. Asked once a batch,
 * and only when it made any order anonymous.
 */
export async function eraseFullyAnonymous(tx: Tx, world: World): Promise<void> {
  const candidates = new Set<CustomerId>();
  for (const key of world.changed.orders) {
    const order = world.orders.get(key);
    if (order?.customerId && order.anonymizedAt !== null) candidates.add(order.customerId);
  }
  const living = [...candidates].filter((id) => world.customers.get(id)?.erasedAt === null);
  if (living.length === 0) return;
  const loaded = [...world.orders.values()];
  const { rows } = await sql<{ customerId: CustomerId }>`
    select distinct customer_id as "customerId" from orders
    where store_id = ${world.storeId} and customer_id = any (${living}::uuid[]) and anonymized_at is null and deleted_at is null
      and id <> all (${loaded.map(({ id }) => id)}::uuid[])
  `.execute(tx);
  const identifiable = new Set([
    ...rows.map(({ customerId }) => customerId),
    ...loaded
      .filter((order) => order.anonymizedAt === null && order.deletedAt === null)
      .flatMap(({ customerId }) => customerId ?? []),
  ]);
  for (const id of living) {
    const customer = world.customers.get(id);
    const at = loaded.findLast((order) => order.customerId === id && order.anonymizedAt !== null)?.anonymizedAt ?? null;
    if (customer !== undefined && at !== null && !identifiable.has(id)) eraseCustomer(world, customer, at);
  }
}

/** As `withoutReasons` of erasure.ts, in SQL. */
function withoutReasons(refunds: RawBuilder<unknown>): RawBuilder<unknown> {
  return sql`coalesce((select jsonb_agg(r || '{"reason": null}' order by n) from jsonb_array_elements(${refunds}) with ordinality as told (r, n)), '[]')`;
}

/** As `toAnonymousOrder`, in SQL: an order `o` without anything that tells whose it was. */
export const anonymousColumns = sql`
          model = o.model || '{"customer": null, "billingAddress": null, "shippingAddress": null, "source": null, "attributes": {}}'
            || jsonb_build_object('refunds', ${withoutReasons(sql`o.model -> 'refunds'`)}),
          lone_refunds = ${withoutReasons(sql`o.lone_refunds`)}`;

/** Removes what the batch did not load of the customers it erased. */
export async function forgetUnloaded(tx: Tx, world: World): Promise<void> {
  if (world.forgotten.size === 0) return;
  const customerIds = [...world.forgotten];
  await sql`delete from customer_identity where store_id = ${world.storeId} and customer_id = any (${customerIds}::uuid[])`.execute(
    tx,
  );
  await sql`delete from cart where store_id = ${world.storeId} and customer_id = any (${customerIds}::uuid[])`.execute(
    tx,
  );
  const { rows } = await sql<{ email: string | null }>`
    with named as (
      select id, model #>> '{customer,email}' as email from orders
      where store_id = ${world.storeId} and customer_id = any (${customerIds}::uuid[]) and anonymized_at is null
    ), stripped as (
      update orders o
      set anonymized_at = c.erased_at, ${anonymousColumns}
      from named, customer c
      where o.store_id = ${world.storeId} and o.id = named.id and c.store_id = o.store_id and c.id = o.customer_id
    )
    select distinct email from named
  `.execute(tx);
  for (const { email } of rows) if (email !== null) world.toForget.add(email);
}
