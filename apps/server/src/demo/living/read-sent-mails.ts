import { sql } from 'kysely';
import { toIsoString, type CustomerId, type EffectId, type Instant, type StoreId } from '@regulars/core/shared';
import type { Tx } from '../../foundation/database/database.ts';

/** A mail that reached somebody's inbox. */
export interface SentMail {
  readonly id: EffectId;
  readonly customerId: CustomerId;
  readonly templateKey: string;
  readonly sentAt: Instant;
}

/** No mail waits longer than this for its hour. */
const longestWaitDays = 10;

/** The mails that were handed over after `since`, in order. */
export async function readSentMails(tx: Tx, storeId: StoreId, since: Instant): Promise<readonly SentMail[]> {
  const { rows } = await sql<SentMail>`
    select id, customer_id as "customerId", payload->>'templateKey' as "templateKey", settled_at as "sentAt"
    from effect
    where store_id = ${storeId} and kind = 'mail' and state = 'accepted' and customer_id is not null
      and created_at > ${toIsoString(since)}::timestamptz - make_interval(days => ${longestWaitDays})
      and settled_at > ${toIsoString(since)}::timestamptz
    order by settled_at, id`.execute(tx);
  return rows;
}
