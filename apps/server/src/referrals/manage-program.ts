import { defaultReferralRules, type ReferralRules } from '@regulars/core/referrals';
import type { StoreId } from '@regulars/core/shared';
import type { Tx } from '../foundation/database/database.ts';
import { newId } from '../foundation/ids.ts';
import type { Store } from '../stores/door.ts';
import { findProgram, saveProgram, type ReferralProgram } from './program-repository.ts';

/** Gives a new store a programme that suits most shops, live from the start. */
export async function installReferralProgram(tx: Tx, store: Store): Promise<void> {
  await saveProgram(tx, store.id, { id: newId(), rules: defaultReferralRules(store.currency), state: 'live' });
}

/**
 * Replaces the programme's rules and state. Referrals that were claimed before keep the rules they were claimed under.
 *
 * @returns the programme as it is now.
 */
export async function updateProgram(
  tx: Tx,
  storeId: StoreId,
  change: { readonly rules: ReferralRules; readonly state: 'live' | 'paused' },
): Promise<ReferralProgram> {
  const present = await findProgram(tx, storeId);
  await saveProgram(tx, storeId, { id: present?.id ?? newId(), ...change });
  const saved = await findProgram(tx, storeId);
  if (saved === null) throw new Error('A programme vanished in the transaction that saved it.');
  return saved;
}
