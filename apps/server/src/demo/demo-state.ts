import { sql } from 'kysely';
import { toIsoString, type Instant } from '@regulars/core/shared';
import type { Tx } from '../foundation/database/database.ts';

/** How a demo was made; the same answers give the same people, doing the same. */
export interface DemoPlan {
  readonly seed: number;
  readonly stores: number;
  readonly customersPerStore: number;
  /** The simulated time: history is imported up to `livesFrom`, and lived from there on. */
  readonly beginsAt: Instant;
  readonly livesFrom: Instant;
  readonly endsAt: Instant;
}

export interface DemoState extends DemoPlan {
  readonly isHistoryIn: boolean;
  readonly livedUntil: Instant;
  readonly isSeeded: boolean;
  readonly clockShiftMs: number;
  /** Where it is reached, or was when it last ran. */
  readonly address: string | null;
}

export async function findDemoState(tx: Tx): Promise<DemoState | null> {
  const { rows } = await sql<DemoState>`
    select seed, stores, customers_per_store as "customersPerStore", begins_at as "beginsAt", lives_from as "livesFrom",
      ends_at as "endsAt", is_history_in as "isHistoryIn", lived_until as "livedUntil", is_seeded as "isSeeded",
      clock_shift_ms as "clockShiftMs", address
    from demo.state`.execute(tx);
  return rows[0] ?? null;
}

export async function getDemoState(tx: Tx): Promise<DemoState> {
  const state = await findDemoState(tx);
  if (state === null) throw new Error('The demo has no plan.');
  return state;
}

export async function insertDemoState(tx: Tx, plan: DemoPlan): Promise<void> {
  const at = (instant: Instant) => toIsoString(instant);
  await sql`
    insert into demo.state (seed, stores, customers_per_store, begins_at, lives_from, ends_at, lived_until, clock_shift_ms)
    values (${plan.seed}, ${plan.stores}, ${plan.customersPerStore}, ${at(plan.beginsAt)}, ${at(plan.livesFrom)},
            ${at(plan.endsAt)}, ${at(plan.livesFrom)}, 0)`.execute(tx);
}

export type DemoStateChange = Partial<
  Pick<DemoState, 'isHistoryIn' | 'livedUntil' | 'isSeeded' | 'clockShiftMs' | 'address'>
>;

/** Changes what is given and leaves the rest. */
export async function updateDemoState(tx: Tx, change: DemoStateChange): Promise<void> {
  const livedUntil = change.livedUntil === undefined ? null : toIsoString(change.livedUntil);
  await sql`
    update demo.state set
      is_history_in = coalesce(${change.isHistoryIn ?? null}::boolean, is_history_in),
      lived_until = coalesce(${livedUntil}::timestamptz, lived_until),
      is_seeded = coalesce(${change.isSeeded ?? null}::boolean, is_seeded),
      clock_shift_ms = coalesce(${change.clockShiftMs ?? null}::bigint, clock_shift_ms),
      address = coalesce(${change.address ?? null}::text, address)`.execute(tx);
}
