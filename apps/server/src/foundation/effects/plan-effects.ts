import { sql } from 'kysely';
import { toIsoString, type CustomerId, type EffectId, type Instant, type StoreId } from '@regulars/core/shared';
import type { Tx } from '../database/database.ts';
import { deriveId } from '../ids.ts';

export type EffectKind = 'mail' | 'coupon';

/** Something to be done in the world once. `key` names it: the same key is the same deed. */
export interface NewEffect {
  /** `toEffectId(storeId, key)`. */
  readonly id: EffectId;
  readonly kind: EffectKind;
  readonly key: string;
  readonly customerId: CustomerId | null;
  readonly dueAt: Instant;
  readonly payload: object;
}

/** The id of the effect with this key; equal keys of a store give equal ids, which is what makes an effect happen once. */
export function toEffectId(storeId: StoreId, key: string): EffectId {
  return deriveId<'Effect'>(storeId, key);
}

/** Writes effects in the transaction that decided them. One whose key is known already changes nothing. */
export async function planEffects(tx: Tx, storeId: StoreId, effects: readonly NewEffect[]): Promise<void> {
  if (effects.length === 0) return;
  await sql`
    insert into effect (store_id, id, kind, key, customer_id, due_at, first_due_at, payload)
    select ${storeId}::uuid, id, kind, key, customer_id, due_at, due_at, payload::jsonb
    from unnest(
      ${effects.map((effect) => effect.id)}::uuid[],
      ${effects.map((effect) => effect.kind)}::text[],
      ${effects.map((effect) => effect.key)}::text[],
      ${effects.map((effect) => effect.customerId)}::uuid[],
      ${effects.map((effect) => toIsoString(effect.dueAt))}::timestamptz[],
      ${effects.map((effect) => JSON.stringify(effect.payload))}::text[]
    ) as given (id, kind, key, customer_id, due_at, payload)
    on conflict (store_id, id) do nothing
  `.execute(tx);
}

/** Calls off effects that nobody has claimed yet; what is claimed already is past recall and stays. */
export async function cancelEffects(tx: Tx, storeId: StoreId, keys: readonly string[], reason: string): Promise<void> {
  if (keys.length === 0) return;
  await sql`
    update effect set state = 'cancelled', reason = ${reason}, settled_at = clock_now()
    where store_id = ${storeId} and id = any(${keys.map((key) => toEffectId(storeId, key))}::uuid[]) and state = 'planned'
  `.execute(tx);
}
