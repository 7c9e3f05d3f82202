import { sql } from 'kysely';
import type { Tx } from '../../foundation/database/database.ts';
import type { Claim } from './claim-pull.ts';
import { pullColumns } from './pull-repository.ts';
import type { Pull } from './pull.ts';
import type { Setback } from './to-setback.ts';

const isOurs = ({ storeId, pull, leaseToken }: Claim) =>
  sql`p.store_id = ${storeId} and p.id = ${pull.id} and p.lease_token = ${leaseToken} and p.state = 'running'`;

/** Locks the pull for the caller's transaction; null when it was paused, planned anew, or taken over by another worker. */
export async function lockOurs(tx: Tx, claim: Claim): Promise<Pull | null> {
  const { rows } = await sql<Pull>`select ${pullColumns} from pull p where ${isOurs(claim)} for update`.execute(tx);
  return rows[0] ?? null;
}

/** @returns whether the lease was still held. */
export async function renewLease(tx: Tx, claim: Claim, leaseMs: number): Promise<boolean> {
  const { numAffectedRows } = await sql`
    update pull p set lease_until = clock_now() + ${leaseMs} * interval '1 ms' where ${isOurs(claim)}`.execute(tx);
  return numAffectedRows === 1n;
}

/** Gives the pull back to be gone on with, by whoever comes next. */
export async function releasePull(tx: Tx, claim: Claim): Promise<void> {
  await sql`
    update pull p set state = 'waiting', lease_token = null, lease_until = null where ${isOurs(claim)}`.execute(tx);
}

/** The cursor stays: it goes on where it stopped, by itself after a while or when a person says so. */
export async function setPullBack(tx: Tx, claim: Claim, { waitMs, code, message }: Setback): Promise<void> {
  await sql`
    update pull p set
      state = case when ${waitMs}::bigint is null then 'failed' else 'waiting' end,
      waits_until = clock_now() + ${waitMs}::bigint * interval '1 ms',
      finished_at = case when ${waitMs}::bigint is null then clock_now() end,
      failures = p.failures + 1, failure_code = ${code}, failure_message = ${message}, lease_token = null, lease_until = null
    where ${isOurs(claim)}`.execute(tx);
}

export async function keepTotal(tx: Tx, claim: Claim, total: number): Promise<void> {
  await sql`update pull p set total = ${total} where ${isOurs(claim)}`.execute(tx);
}
