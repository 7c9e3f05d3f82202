import { sql } from 'kysely';
import type { StoreId } from '@regulars/core/shared';
import type { Tx } from '../foundation/database/database.ts';

/**
 * Empties the bodies that contain one of these texts, e.g. an erased customer's e-mail address as typed and in lower case.
 * Compared byte by byte, because a body need not be valid text.
 */
export async function forgetBodies(tx: Tx, storeId: StoreId, texts: readonly string[]): Promise<void> {
  if (texts.length === 0) return;
  await sql`
    update delivery set body = '', headers = '{}', reason = coalesce(reason, 'delivery.forgotten')
    where store_id = ${storeId} and state in ('processed', 'ignored', 'poison')
      and exists (
        select from unnest(${texts}::text[]) as t (text) where position(convert_to(t.text, 'UTF8') in delivery.body) > 0)
  `.execute(tx);
}
