import { fail, ok, type Rejection, type Result, type SequenceId, type StoreId } from '@regulars/core/shared';
import type { Database } from '../foundation/database/database.ts';
import { newId } from '../foundation/ids.ts';
import { checkDefinition, type FindTemplateKeys } from './check-definition.ts';
import { findSequence, insertSequence, insertVersion, lockSequence, setStatus } from './repository.ts';
import type { Sequence } from './sequence.ts';

export interface SaveSequenceDeps {
  readonly database: Database;
  readonly findTemplateKeys: FindTemplateKeys;
}

type Saved = Result<Sequence, readonly Rejection[]>;

/** Writes a new sequence as a draft: it does nothing until it is switched on. */
export async function createSequence(
  { database, findTemplateKeys }: SaveSequenceDeps,
  storeId: StoreId,
  input: unknown,
): Promise<Saved> {
  return database.withStore(storeId, async (tx): Promise<Saved> => {
    const checked = await checkDefinition(tx, storeId, findTemplateKeys, input);
    if (!checked.ok) return checked;
    const id = newId<'Sequence'>();
    if (!(await insertSequence(tx, storeId, { id, definition: checked.value, status: 'draft' }))) {
      return refuse(
        'sequence.key_taken',
        '/key',
        `Another sequence has the key ${checked.value.key}; choose another one.`,
      );
    }
    const sequence = await findSequence(tx, storeId, id);
    if (sequence === null) throw new Error('A sequence vanished in the transaction that made it.');
    return ok(sequence);
  });
}

/**
 * Writes a new version and makes it the one new enrollments begin with. Versions never change: whoever is under way
 * stays with the one they began with. A paused sequence stays paused.
 */
export async function publishVersion(
  { database, findTemplateKeys }: SaveSequenceDeps,
  storeId: StoreId,
  id: SequenceId,
  input: unknown,
): Promise<Saved> {
  return database.withStore(storeId, async (tx): Promise<Saved> => {
    const before = await lockSequence(tx, storeId, id);
    if (before === null) return refuse('sequence.not_found', '', 'The store has no such sequence.');
    const checked = await checkDefinition(tx, storeId, findTemplateKeys, input);
    if (!checked.ok) return checked;
    if (checked.value.key !== before.key) {
      return refuse('sequence.key_fixed', '/key', `Keep the key ${before.key}, or make another sequence.`);
    }
    const version = before.latestVersion + 1;
    await insertVersion(tx, storeId, id, version, checked.value);
    const status = before.status === 'paused' ? 'paused' : 'live';
    await setStatus(tx, storeId, id, { status, liveVersion: version, name: checked.value.name });
    const after = await findSequence(tx, storeId, id);
    if (after === null) throw new Error('A sequence vanished while it was locked.');
    return ok(after);
  });
}

function refuse(code: string, path: string, message: string): Saved {
  return fail([{ code, path, message }]);
}
