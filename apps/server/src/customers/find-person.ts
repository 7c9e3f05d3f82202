import { sql } from 'kysely';
import type { CustomerId, StoreId } from '@regulars/core/shared';
import type { Tx } from '../foundation/database/database.ts';

/** Who a customer is, as far as a letter to them needs it. All null after an erasure. */
export interface Person {
  readonly customerId: CustomerId;
  readonly email: string | null;
  readonly firstName: string | null;
  readonly isErased: boolean;
}

const personColumns = sql`id as "customerId", email, first_name as "firstName", erased_at is not null as "isErased"`;

/** The customers with these ids; those the store does not know are left out. */
export async function findPeople(
  tx: Tx,
  storeId: StoreId,
  customerIds: readonly CustomerId[],
): Promise<readonly Person[]> {
  const { rows } = await sql<Person>`
    select ${personColumns} from customer where store_id = ${storeId} and id = any(${customerIds}::uuid[])`.execute(tx);
  return rows;
}

/** The customer with one of these e-mail keys (`toEmailKey`), and how many purchases the store knows of. */
export async function findBuyerByEmail(
  tx: Tx,
  storeId: StoreId,
  emailKeys: readonly string[],
): Promise<{ readonly customerId: CustomerId; readonly purchaseCount: number } | null> {
  const { rows } = await sql<{ customerId: CustomerId; purchaseCount: number }>`
    select c.id as "customerId",
      (select count(*) from customer_purchased p where p.store_id = c.store_id and p.customer_id = c.id) as "purchaseCount"
    from customer c
    where c.store_id = ${storeId} and c.email_key = any(${emailKeys}::text[])
    order by "purchaseCount" desc
    limit 1
  `.execute(tx);
  return rows[0] ?? null;
}
