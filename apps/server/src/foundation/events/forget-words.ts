import { sql } from 'kysely';
import type { CustomerId, StoreId } from '@regulars/core/shared';
import type { Tx } from '../database/database.ts';

/** The one thing that is ever changed of an event: what somebody wrote about a person who is to be forgotten. */
export async function forgetWords(
  tx: Tx,
  storeId: StoreId,
  customerIds: readonly CustomerId[],
  { kinds, field }: { readonly kinds: readonly string[]; readonly field: string },
): Promise<void> {
  await sql`
    update event set data = jsonb_set(data, array[${field}], 'null')
    where store_id = ${storeId} and customer_id = any(${customerIds}::uuid[]) and kind = any(${kinds}::text[])
      and data ->> ${field} is not null`.execute(tx);
}
