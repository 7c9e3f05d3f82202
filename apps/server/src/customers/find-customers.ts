import { sql } from 'kysely';
import type { StoreId } from '@regulars/core/shared';
import type { Tx } from '../foundation/database/database.ts';
import type { FoundCustomer } from './answers.ts';

const columns = sql`store_id, id, first_name, last_name, email, email_key, last_name_text, search_text`;

/**
 * The customers of these stores whose name, last name or e-mail address begins as typed; case and accents do not count.
 * Whose address it is comes first, then whose name it is, or a whole word of it; all by name.
 */
export async function findCustomers(
  tx: Tx,
  storeIds: readonly StoreId[],
  { typed, limit }: { readonly typed: string; readonly limit: number },
): Promise<readonly FoundCustomer[]> {
  const { rows } = await sql<FoundCustomer>`
    with beginning as materialized (
      -- What comes before chr(1114111), the last character there is, may go on in any way.
      select low, low || chr(1114111) as high from to_search_text(${typed.trim()}) low
    )
    select f.store_id as "storeId", f.id, f.first_name as "firstName", f.last_name as "lastName", f.email
    from beginning b
    cross join unnest(${storeIds}::uuid[]) s (id)
    cross join lateral (
      -- Of each store and index the first ones, so that many stores and short beginnings stay quick.
      (select ${columns} from customer
       where store_id = s.id and search_text collate "C" >= b.low and search_text collate "C" < b.high
       order by search_text collate "C" limit ${limit})
      union
      (select ${columns} from customer
       where store_id = s.id and last_name_text collate "C" >= b.low and last_name_text collate "C" < b.high
       order by last_name_text collate "C" limit ${limit})
      union
      (select ${columns} from customer
       where store_id = s.id and email_key collate "C" >= b.low and email_key collate "C" < b.high
       order by email_key collate "C" limit ${limit})
    ) f
    order by f.email_key is not distinct from b.low desc,
      f.last_name_text is not distinct from b.low or starts_with(f.search_text, b.low || ' ') desc,
      f.search_text collate "C", f.id
    limit ${limit}`.execute(tx);
  return rows;
}
