import { fail, ok, type ConnectionId, type Rejection, type Result, type StoreId } from '@regulars/core/shared';
import type { ImportTarget } from '../../customers/door.ts';
import { deriveId } from '../../foundation/ids.ts';
import type { ConnectionRow } from '../../stores/repository.ts';

/** What the file and whoever imports it say about where its ids come from. */
export interface ImportOrigin {
  readonly layoutId: string;
  /** As given with `--connection`. */
  readonly connectionId: string | null;
}

/**
 * Whose ids a file speaks of: those of the connection that was named, else of the store's one connection to the platform
 * whose export it is, else of a source of its own. Ids of two systems are never taken for each other: order 1042 of the shop
 * before is not order 1042 of this one.
 */
export function chooseTarget(
  storeId: StoreId,
  connections: readonly Pick<ConnectionRow, 'id' | 'purpose' | 'adapterId'>[],
  { layoutId, connectionId }: ImportOrigin,
): Result<ImportTarget, Rejection> {
  const platforms = connections.filter(({ purpose }) => purpose === 'platform');
  if (connectionId === null) {
    const [own, ...others] = platforms.filter(({ adapterId }) => adapterId === layoutId);
    const isPlain = own !== undefined && others.length === 0;
    return ok({ storeId, connectionId: isPlain ? own.id : deriveId<'Connection'>(storeId, 'imported orders') });
  }
  const named = platforms.find(({ id }) => id === connectionId);
  if (named !== undefined) return ok({ storeId, connectionId: named.id satisfies ConnectionId });
  const known = platforms.map(({ id, adapterId }) => `${id} (${adapterId})`).join(', ');
  return fail({
    code: 'import.connection_unknown',
    path: '--connection',
    message: `must be one of the store's connections to a platform; ${known === '' ? 'it has none' : `there are: ${known}`}.`,
  });
}
