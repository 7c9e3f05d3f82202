import { sql } from 'kysely';
import { readAsJson, type ExportPart } from '../foundation/database/read-as-json.ts';

/** The segments a customer is in. */
export const exportMemberships: ExportPart = (tx, storeId, customerId) =>
  readAsJson(
    tx,
    sql`
      select s.key, s.name, m.since from membership m
      join segment s on s.store_id = m.store_id and s.id = m.segment_id
      where m.store_id = ${storeId} and m.customer_id = ${customerId} order by m.since, s.key`,
  );
