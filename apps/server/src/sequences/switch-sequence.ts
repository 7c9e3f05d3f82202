import { fail, ok, type Rejection, type Result, type SequenceId, type StoreId } from '@regulars/core/shared';
import type { Database } from '../foundation/database/database.ts';
import { checkDefinition } from './check-definition.ts';
import { findSequence, findVersion, lockSequence, setStatus } from './repository.ts';
import type { SaveSequenceDeps } from './save-sequence.ts';
import type { Sequence } from './sequence.ts';

type Switched = Result<Sequence, readonly Rejection[]>;

/**
 * Switches a sequence on: a draft with its latest version, a paused one with the version it had. What was due in the
 * meantime moves on at once; mails that would come too late by then are skipped by the send gate.
 */
export async function resumeSequence(
  { database, findTemplateKeys }: SaveSequenceDeps,
  storeId: StoreId,
  id: SequenceId,
): Promise<Switched> {
  return database.withStore(storeId, async (tx): Promise<Switched> => {
    const before = await lockSequence(tx, storeId, id);
    if (before === null) return notFound();
    const liveVersion = before.liveVersion ?? before.latestVersion;
    const checked = await checkDefinition(
      tx,
      storeId,
      findTemplateKeys,
      await findVersion(tx, storeId, id, liveVersion),
    );
    if (!checked.ok) return checked;
    await setStatus(tx, storeId, id, { status: 'live', liveVersion, name: before.name });
    return ok((await findSequence(tx, storeId, id)) ?? before);
  });
}

/** Switches a sequence off: nobody enters, nobody moves on, planned mails wait; what ends an enrollment still ends it. */
export async function pauseSequence(
  { database }: { readonly database: Database },
  storeId: StoreId,
  id: SequenceId,
): Promise<Switched> {
  return database.withStore(storeId, async (tx): Promise<Switched> => {
    const before = await lockSequence(tx, storeId, id);
    if (before === null) return notFound();
    if (before.liveVersion === null) {
      return fail([{ code: 'sequence.never_switched_on', path: '', message: 'It is a draft and does nothing yet.' }]);
    }
    await setStatus(tx, storeId, id, { status: 'paused', liveVersion: before.liveVersion, name: before.name });
    return ok((await findSequence(tx, storeId, id)) ?? before);
  });
}

function notFound(): Switched {
  return fail([{ code: 'sequence.not_found', path: '', message: 'The store has no such sequence.' }]);
}
