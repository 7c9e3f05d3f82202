import { sql } from 'kysely';
import { toIsoString, type CustomerId, type EffectId, type Instant, type StoreId } from '@regulars/core/shared';
import type { Tx } from '../database/database.ts';

export type EffectKind = 'mail' | 'coupon';

/** Something to be done in the world once. `key` names it: the same key is the same deed. */
export interface NewEffect {
  readonly id: EffectId;
  readonly kind: EffectKind;
  readonly key: string;
  readonly customerId: CustomerId | null;
  readonly dueAt: Instant;
  readonly payload: object;
}

/** Writes effects in the transaction that decided them. One whose key is known already changes nothing. */
export async function planEffects(tx: Tx, storeId: StoreId, effects: readonly NewEffect[]): Promise<void> {
  if (effects.length === 0) return;
  await sql`
    insert into effect (store_id, id, kind, key, customer_id, due_at, payload)
    select ${storeId}::uuid, id, kind, key, customer_id, due_at, payload::jsonb
    from unnest(
      ${effects.map((effect) => effect.id)}::uuid[],
      ${effects.map((effect) => effect.kind)}::text[],
      ${effects.map((effect) => effect.key)}::text[],
      ${effects.map((effect) => effect.customerId)}::uuid[],
      ${effects.map((effect) => toIsoString(effect.dueAt))}::timestamptz[],
      ${effects.map((effect) => JSON.stringify(effect.payload))}::text[]
    ) as given (id, kind, key, customer_id, due_at, payload)
    on conflict (store_id, key) do nothing
  `.execute(tx);
}

/** Calls off effects that nobody has claimed yet; what is claimed already is past recall and stays. */
export async function cancelEffects(tx: Tx, storeId: StoreId, keys: readonly string[], reason: string): Promise<void> {
  if (keys.length === 0) return;
  await sql`
    update effect set state = 'cancelled', reason = ${reason}, settled_at = clock_now()
    where store_id = ${storeId} and key = any(${keys}::text[]) and state = 'planned'
  `.execute(tx);
}
