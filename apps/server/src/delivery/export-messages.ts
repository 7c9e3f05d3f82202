import { sql } from 'kysely';
import { toEmailKey } from '@regulars/core/commerce';
import { findPeople } from '../customers/door.ts';
import { readAsJson, type ExportPart } from '../foundation/database/read-as-json.ts';

/** The mails to a customer: what they said, what became of them, what the provider told. */
export const exportMessages: ExportPart = (tx, storeId, customerId) =>
  readAsJson(
    tx,
    sql`
      select e.created_at as "plannedAt", e.due_at as "dueAt", e.settled_at as "settledAt", e.state, e.reason, m.recipient, m.locale,
             m.subject, m.text, m.purpose, m.template_key as "templateKey",
             (select coalesce(json_agg(json_build_object('kind', r.kind, 'at', r.at, 'data', r.data) order by r.at), '[]')
              from message_receipt r where r.store_id = e.store_id and r.message_id = e.id) as receipts
      from effect e left join message m on m.store_id = e.store_id and m.id = e.id
      where e.store_id = ${storeId} and e.customer_id = ${customerId} and e.kind = 'mail' order by e.created_at, e.id`,
  );

/** What forbids writing to a customer. */
export const exportSuppressions: ExportPart = async (tx, storeId, customerId) => {
  const [person] = await findPeople(tx, storeId, [customerId]);
  const recipientKey = person?.email == null ? null : toEmailKey(person.email);
  return await readAsJson(
    tx,
    sql`
      select reason, scope, at, note from suppression
      where store_id = ${storeId} and recipient_key = ${recipientKey} order by at`,
  );
};
