import { sql } from 'kysely';
import { toIsoString, type EffectId, type Instant, type StoreId } from '@regulars/core/shared';
import type { Tx } from '../database/database.ts';

/** What became of a claimed effect. `planned` and `unknown` are due again at `dueAt`; the others are final. */
export type EffectOutcome =
  | { readonly id: EffectId; readonly state: 'accepted'; readonly providerReference: string | null }
  | {
      readonly id: EffectId;
      readonly state: 'rejected' | 'skipped' | 'cancelled' | 'unknown_final';
      readonly reason: string;
    }
  | { readonly id: EffectId; readonly state: 'planned' | 'unknown'; readonly reason: string; readonly dueAt: Instant };

/**
 * Writes the outcomes of a claim, fenced by its token: what another worker has taken over meanwhile is left alone.
 *
 * @returns the ids that were written; events about the others belong to whoever holds them now.
 */
export async function settleEffects(
  tx: Tx,
  storeId: StoreId,
  leaseToken: string,
  outcomes: readonly EffectOutcome[],
): Promise<ReadonlySet<EffectId>> {
  if (outcomes.length === 0) return new Set();
  const { rows } = await sql<{ id: EffectId }>`
    update effect e
    set state = o.state, reason = o.reason, due_at = coalesce(o.due_at, e.due_at),
        provider_reference = coalesce(o.provider_reference, e.provider_reference),
        lease_token = null, lease_until = null,
        settled_at = case when o.due_at is null then clock_now() end
    from unnest(
      ${outcomes.map((outcome) => outcome.id)}::uuid[],
      ${outcomes.map((outcome) => outcome.state)}::text[],
      ${outcomes.map((outcome) => ('reason' in outcome ? outcome.reason : null))}::text[],
      ${outcomes.map((outcome) => ('dueAt' in outcome ? toIsoString(outcome.dueAt) : null))}::timestamptz[],
      ${outcomes.map((outcome) => ('providerReference' in outcome ? outcome.providerReference : null))}::text[]
    ) as o (id, state, reason, due_at, provider_reference)
    where e.store_id = ${storeId} and e.id = o.id and e.lease_token = ${leaseToken} and e.state in ('claimed', 'sending')
    returning e.id
  `.execute(tx);
  return new Set(rows.map(({ id }) => id));
}
