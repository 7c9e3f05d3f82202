import { sql } from 'kysely';
import { needsPerson } from '@regulars/core/messaging';
import { toIsoString, type CustomerId, type StoreId } from '@regulars/core/shared';
import type { Tx } from '../foundation/database/database.ts';
import { appendEvents } from '../foundation/events/event-log.ts';
import { newId } from '../foundation/ids.ts';
import type { CaseId, NewRemark } from './remark.ts';

/**
 * Keeps what a customer said. What a person has to answer goes to the customer's open case, or opens one; from the
 * commit on, that case holds the customer's marketing back. Call it after telling the event it comes from.
 *
 * @returns the case it went to; null where it needs nobody.
 */
export async function fileRemark(tx: Tx, storeId: StoreId, remark: NewRemark): Promise<CaseId | null> {
  const { id, customerId, messageId, subject, kind, words, at } = remark;
  const opened = kind === 'reply' || needsPerson(kind) ? await openCase(tx, storeId, customerId) : null;
  await sql`
    insert into remark (store_id, id, customer_id, message_id, subject, kind, words, at, case_id)
    values (${storeId}, ${id}, ${customerId}, ${messageId}, ${subject}, ${kind}, ${words}, ${toIsoString(at)}::timestamptz,
            ${opened?.caseId ?? null})`.execute(tx);
  if (opened?.isNew === true) {
    await appendEvents(tx, storeId, [
      { customerId, kind: 'caseOpened', at, data: { caseId: opened.caseId, remarkKind: kind } },
    ]);
  }
  return opened?.caseId ?? null;
}

/** The customer's open case, held until the commit so that nobody closes it over what is being added. */
async function openCase(
  tx: Tx,
  storeId: StoreId,
  customerId: CustomerId,
): Promise<{ readonly caseId: CaseId; readonly isNew: boolean }> {
  const fresh = newId<'Case'>();
  const { rows } = await sql<{ id: CaseId }>`
    insert into customer_case (store_id, id, customer_id) values (${storeId}, ${fresh}, ${customerId})
    on conflict (store_id, customer_id) where closed_at is null do update set customer_id = excluded.customer_id
    returning id`.execute(tx);
  const caseId = rows[0]?.id ?? fresh;
  return { caseId, isNew: caseId === fresh };
}
