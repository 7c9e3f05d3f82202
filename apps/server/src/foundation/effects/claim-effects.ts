import { sql } from 'kysely';
import type { CustomerId, EffectId, Instant, StoreId } from '@regulars/core/shared';
import type { Tx } from '../database/database.ts';
import { newId } from '../ids.ts';
import type { EffectKind } from './plan-effects.ts';

export interface ClaimedEffect {
  readonly id: EffectId;
  readonly key: string;
  readonly customerId: CustomerId | null;
  readonly payload: unknown;
  /** Attempts before this one. */
  readonly attempt: number;
  readonly dueAt: Instant;
  /** When it was first meant to be done; delays move only `dueAt`. */
  readonly firstDueAt: Instant;
  readonly createdAt: Instant;
}

export interface Claim {
  /** Every later write about these effects must show it; a claim that was lost to another worker writes nothing. */
  readonly leaseToken: string;
  readonly effects: readonly ClaimedEffect[];
}

export interface ClaimOptions {
  readonly kind: EffectKind;
  readonly phase: EffectPhase;
  readonly limit: number;
  /** Longer than the claim's work can take: provider time-out plus settling, with margin. */
  readonly leaseMs: number;
}

/**
 * `planned`: to be done, among them what a worker died with before it reached the network.
 * `unknown`: perhaps done, among them what a worker died with while sending; to be looked up, never blindly repeated.
 */
export type EffectPhase = 'planned' | 'unknown';

const statesOf = { planned: ['planned', 'claimed'], unknown: ['unknown', 'sending'] } as const;

/** Uncertain effects are few and old: they are sought among this many of a store's longest due ones. */
const window = 5_000;

/** Takes due effects for this worker alone until the lease ends; a lease that ran out is as good as none. */
export async function claimEffects(
  tx: Tx,
  storeId: StoreId,
  { kind, phase, limit, leaseMs }: ClaimOptions,
): Promise<Claim> {
  const leaseToken = newId();
  const { rows } = await sql<ClaimedEffect>`
    with due as (
      select id from effect
      where kind = ${kind} and store_id = ${storeId} and settled_at is null and due_at <= clock_now()
        and state = any(${statesOf[phase]}::text[]) and (lease_until is null or lease_until < clock_now())
      order by due_at
      limit ${limit}
      for update skip locked
    )
    update effect e
    set state = case when e.state in ('planned', 'claimed') then 'claimed' else 'sending' end,
        generation = generation + 1, lease_token = ${leaseToken},
        lease_until = clock_now() + ${`${leaseMs} milliseconds`}::interval
    from due
    where e.store_id = ${storeId} and e.id = due.id
    returning e.id, e.key, e.customer_id as "customerId", e.payload, e.attempt, e.due_at as "dueAt",
      coalesce(e.first_due_at, e.due_at) as "firstDueAt", e.created_at as "createdAt"
  `.execute(tx);
  return { leaseToken, effects: rows };
}

/**
 * Says, just before the network, that from here on the outcome may be unknown.
 *
 * @returns the effects still held by this claim; the others must not be touched any more.
 */
export async function markSending(
  tx: Tx,
  storeId: StoreId,
  leaseToken: string,
  ids: readonly EffectId[],
): Promise<ReadonlySet<EffectId>> {
  const { rows } = await sql<{ id: EffectId }>`
    update effect set state = 'sending', attempt = attempt + 1
    where store_id = ${storeId} and id = any(${ids}::uuid[]) and lease_token = ${leaseToken}
      and state = 'claimed' and lease_until > clock_now()
    returning id
  `.execute(tx);
  return new Set(rows.map(({ id }) => id));
}

/** Stores with effects of this kind to be taken, the longest due first. */
export async function listStoresWithDueEffects(
  tx: Tx,
  kind: EffectKind,
  phase: EffectPhase,
): Promise<readonly StoreId[]> {
  const { rows } = await sql<{ id: StoreId }>`
    select s.id from unnest(current_stores()) as s (id)
    cross join lateral (
      select due_at from (
        select due_at, state, lease_until from effect
        where kind = ${kind} and store_id = s.id and settled_at is null and due_at <= clock_now()
        order by due_at
        limit ${window}
      ) longest
      where state = any(${statesOf[phase]}::text[]) and (lease_until is null or lease_until < clock_now())
      order by due_at
      limit 1
    ) oldest
    order by oldest.due_at
  `.execute(tx);
  return rows.map(({ id }) => id);
}
