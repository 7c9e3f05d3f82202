import type { SequenceId, StoreId } from '@regulars/core/shared';
import type { EnrollmentState, SequenceDefinition } from '@regulars/core/sequences';
import type { Tx } from '../foundation/database/database.ts';
import { findStore } from '../stores/door.ts';
import type { DefinitionCache, VersionRef } from './definition-cache.ts';
import { listAllSequences } from './repository.ts';

/** What every decision of one batch needs besides the customer. */
export interface Deciding {
  readonly timeZone: string;
  /** The sequences that take customers in, each with the version new enrollments begin with. */
  readonly live: readonly (VersionRef & { readonly definition: SequenceDefinition })[];
  readonly findDefinition: (ref: VersionRef) => SequenceDefinition | null;
  readonly statusOf: (sequenceId: SequenceId) => 'live' | 'paused';
}

/** Reads it for one store and the enrollments of one batch. */
export async function loadDeciding(
  tx: Tx,
  storeId: StoreId,
  cache: DefinitionCache,
  enrollments: readonly EnrollmentState[],
): Promise<Deciding> {
  const store = await findStore(tx, storeId);
  if (store === null) throw new Error('A store with work has no entry in the directory.');
  const sequences = await listAllSequences(tx, storeId);
  const live = sequences.flatMap(({ id, status, liveVersion }) =>
    status === 'live' && liveVersion !== null ? [{ sequenceId: id, version: liveVersion }] : [],
  );
  const definitions = await cache.load(tx, storeId, [...live, ...enrollments]);
  const paused = new Set(sequences.filter(({ status }) => status === 'paused').map(({ id }) => id));
  return {
    timeZone: store.timeZone,
    live: live.flatMap((ref) => {
      const definition = definitions.find(ref);
      return definition === null ? [] : [{ ...ref, definition }];
    }),
    findDefinition: definitions.find,
    statusOf: (sequenceId) => (paused.has(sequenceId) ? 'paused' : 'live'),
  };
}
