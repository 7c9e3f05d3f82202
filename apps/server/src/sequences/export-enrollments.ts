import { sql } from 'kysely';
import { readAsJson, type ExportPart } from '../foundation/database/read-as-json.ts';

/** The sequences a customer went through, or is in. */
export const exportEnrollments: ExportPart = (tx, storeId, customerId) =>
  readAsJson(
    tx,
    sql`
      select s.key as "sequenceKey", s.name as "sequenceName", e.version, e.entry_key as "enteredFor", e.status, e.reason,
             e.step_id as "stepId", e.created_at as "enrolledAt", e.due_at as "dueAt", e.updated_at as "updatedAt"
      from enrollment e join sequence s on s.store_id = e.store_id and s.id = e.sequence_id
      where e.store_id = ${storeId} and e.customer_id = ${customerId} order by e.created_at, e.id`,
  );
