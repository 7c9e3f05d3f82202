import { sql } from 'kysely';
import { readAsJson, type ExportPart } from '../foundation/database/read-as-json.ts';

/** What a customer said, and what the team noted when it was seen to. */
export const exportRemarks: ExportPart = (tx, storeId, customerId) =>
  readAsJson(
    tx,
    sql`
      select r.at, r.kind, r.subject, r.words, r.message_id as "messageId", c.opened_at as "caseOpenedAt",
             c.closed_at as "caseClosedAt", c.closing_note as "closingNote"
      from remark r left join customer_case c on c.store_id = r.store_id and c.id = r.case_id
      where r.store_id = ${storeId} and r.customer_id = ${customerId} order by r.at, r.id`,
  );
