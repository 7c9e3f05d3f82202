import { sql } from 'kysely';
import { readAsJson, type ExportPart } from '../foundation/database/read-as-json.ts';

/** The rewards a customer was granted. */
export const exportRewards: ExportPart = (tx, storeId, customerId) =>
  readAsJson(
    tx,
    sql`
      select created_at as "grantedAt", side, code, terms, state, reason, issued_at as "issuedAt", expires_at as "expiresAt"
      from reward where store_id = ${storeId} and customer_id = ${customerId} order by created_at, id`,
  );
