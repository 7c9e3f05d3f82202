import { sql } from 'kysely';
import { fail, ok, type Rejection, type Result, type StoreId } from '@regulars/core/shared';
import type { Database } from '../foundation/database/database.ts';
import { appendEvents } from '../foundation/events/event-log.ts';
import { lockStream } from '../foundation/events/lock-stream.ts';
import { findCase, type Case } from './case-repository.ts';
import type { CaseId } from './remark.ts';

/** Who closes a case, and what there is to say about it. */
export interface CaseClosing {
  readonly closedBy: string;
  /** For the team; the customer never sees it. */
  readonly note: string | null;
}

/** Closes a case: somebody has answered. The customer's sequences go on, with what was due in the meantime first. */
export async function closeCase(
  { database }: { readonly database: Database },
  storeId: StoreId,
  caseId: CaseId,
  { closedBy, note }: CaseClosing,
): Promise<Result<Case, Rejection<'case.not_found' | 'case.already_closed'>>> {
  return await database.withStore(storeId, async (tx, now) => {
    const before = await findCase(tx, storeId, caseId);
    if (before === null) return fail({ code: 'case.not_found', path: '', message: 'There is no such case.' });
    await lockStream(tx, storeId, before.customerId);
    const { numAffectedRows } = await sql`
      update customer_case set closed_at = clock_now(), closed_by = ${closedBy}, closing_note = ${note}
      where store_id = ${storeId} and id = ${caseId} and closed_at is null`.execute(tx);
    if (numAffectedRows !== 1n)
      return fail({ code: 'case.already_closed', path: '', message: 'Somebody has closed the case before.' });
    await appendEvents(tx, storeId, [
      { customerId: before.customerId, kind: 'caseClosed', at: now, data: { caseId, hasNote: note !== null } },
    ]);
    return ok((await findCase(tx, storeId, caseId)) ?? before);
  });
}
