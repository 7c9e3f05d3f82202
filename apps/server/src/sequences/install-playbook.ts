import type { StoreId } from '@regulars/core/shared';
import { playbook } from '@regulars/core/sequences';
import type { Tx } from '../foundation/database/database.ts';
import { newId } from '../foundation/ids.ts';
import { insertSequence } from './repository.ts';

/** Gives a new store every preset: live where the playbook says so, else as a draft. A key that is taken is left as it is. */
export async function installPlaybook(tx: Tx, storeId: StoreId): Promise<void> {
  for (const { definition, initialState } of playbook) {
    await insertSequence(tx, storeId, { id: newId<'Sequence'>(), definition, status: initialState });
  }
}
