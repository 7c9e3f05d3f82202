import type { HookTarget } from '@regulars/adapter-contracts';
import type { ConnectionId, StoreId } from '@regulars/core/shared';
import type { Database } from '../foundation/database/database.ts';
import type { Sealer } from '../foundation/secrets/seal.ts';
import { openConnection, openHookToken, toHookUrl } from './connections.ts';
import { findConnection } from './repository.ts';

export interface HookTargetDeps {
  readonly database: Database;
  readonly sealer: Sealer;
  readonly publicUrl: string;
}

/**
 * Where a connection's platform is to deliver, and the secret in force at this moment: another process may have made a
 * new one since the directory looked.
 *
 * @returns null when the connection is gone, or has no secret.
 */
export async function findHookTarget(
  { database, sealer, publicUrl }: HookTargetDeps,
  storeId: StoreId,
  connectionId: ConnectionId,
): Promise<HookTarget | null> {
  const row = await database.withStore(storeId, (tx) => findConnection(tx, storeId, connectionId));
  if (row === null) return null;
  const [secret] = openConnection(sealer, row).webhookSecrets;
  return secret === undefined ? null : { hookUrl: toHookUrl(publicUrl, openHookToken(sealer, row)), secret };
}
