import { sql } from 'kysely';
import { toIsoString, type Instant, type StoreId } from '@regulars/core/shared';
import type { Tx } from '../foundation/database/database.ts';

/**
 * What became of a delivery. `waiting` comes again at `retryAt`, e.g. a refund whose order is not known yet;
 * `poison` is kept and shown until a person replays it.
 */
export interface DeliveryOutcome {
  readonly id: string;
  readonly state: 'processed' | 'ignored' | 'poison' | 'waiting';
  /** A stable code; null when there is nothing to explain. */
  readonly reason: string | null;
  /** JSON pointer into the body, where the reason has a place. */
  readonly path?: string | null;
  /** One sentence for a person, free of personal data. */
  readonly message?: string | null;
  readonly retryAt?: Instant;
}

export async function settleDeliveries(tx: Tx, storeId: StoreId, outcomes: readonly DeliveryOutcome[]): Promise<void> {
  if (outcomes.length === 0) return;
  await sql`
    update delivery d
    set state = o.state, reason = o.reason, path = o.path, message = o.message, attempt = d.attempt + 1,
        due_at = coalesce(o.retry_at, d.due_at),
        settled_at = case when o.retry_at is null then clock_now() end
    from unnest(
      ${outcomes.map((outcome) => outcome.id)}::uuid[],
      ${outcomes.map((outcome) => outcome.state)}::text[],
      ${outcomes.map((outcome) => outcome.reason)}::text[],
      ${outcomes.map((outcome) => outcome.path ?? null)}::text[],
      ${outcomes.map((outcome) => outcome.message ?? null)}::text[],
      ${outcomes.map((outcome) => (outcome.retryAt === undefined ? null : toIsoString(outcome.retryAt)))}::timestamptz[]
    ) as o (id, state, reason, path, message, retry_at)
    where d.store_id = ${storeId} and d.id = o.id
  `.execute(tx);
}
