import { sql } from 'kysely';
import type { ReferralRules } from '@regulars/core/referrals';
import type { Id, StoreId } from '@regulars/core/shared';
import type { Tx } from '../foundation/database/database.ts';

export type ProgramId = Id<'ReferralProgram'>;

/** A store's referral programme. A paused one takes no new claims; what was claimed goes on. */
export interface ReferralProgram {
  readonly id: ProgramId;
  readonly rules: ReferralRules;
  readonly revision: number;
  readonly state: 'live' | 'paused';
}

export async function findProgram(tx: Tx, storeId: StoreId): Promise<ReferralProgram | null> {
  const { rows } = await sql<ReferralProgram>`
    select id, rules, revision, state from referral_program where store_id = ${storeId}`.execute(tx);
  return rows[0] ?? null;
}

/** Writes the programme; each change of it is a new revision. */
export async function saveProgram(tx: Tx, storeId: StoreId, program: Omit<ReferralProgram, 'revision'>): Promise<void> {
  await sql`
    insert into referral_program (store_id, id, rules, state)
    values (${storeId}, ${program.id}, ${JSON.stringify(program.rules)}::jsonb, ${program.state})
    on conflict (store_id) do update
      set rules = excluded.rules, state = excluded.state, revision = referral_program.revision + 1
      where (referral_program.rules, referral_program.state) is distinct from (excluded.rules, excluded.state)
  `.execute(tx);
}
