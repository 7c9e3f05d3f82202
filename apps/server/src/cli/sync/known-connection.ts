import type { ConnectionId, StoreId } from '@regulars/core/shared';
import type { ConnectionSync } from '../../sync/answers.ts';
import { readSync } from '../../sync/read-sync.ts';
import type { CommandContext } from '../command-context.ts';
import { CommandFailure } from '../command-failure.ts';
import { findStoreOrFail } from '../find-store-or-fail.ts';
import { chooseConnection } from './choose-connection.ts';

/** What every command about a store's platforms takes. */
export interface SyncOptions {
  readonly store: string;
  readonly connection?: string;
  readonly json?: true;
}

/** A connection to a platform, of a store. */
export interface KnownConnection {
  readonly storeId: StoreId;
  readonly connectionId: ConnectionId;
}

/** The connection a command speaks of, and how it stands. */
export async function findConnectionOrFail(
  context: CommandContext,
  options: SyncOptions,
): Promise<{ readonly known: KnownConnection; readonly sync: ConnectionSync }> {
  const store = await findStoreOrFail(context.database, options.store);
  const chosen = chooseConnection(await readSync(context, store.id), options.connection ?? null);
  if (!chosen.ok) throw new CommandFailure('It is not clear which connection is meant.', [chosen.failure]);
  const sync = chosen.value;
  return { known: { storeId: store.id, connectionId: sync.connectionId as ConnectionId }, sync };
}

/** How it stands now. */
export async function readConnection(
  context: CommandContext,
  { storeId, connectionId }: KnownConnection,
): Promise<ConnectionSync> {
  const sync = (await readSync(context, storeId)).find((each) => each.connectionId === connectionId);
  if (sync === undefined) throw new CommandFailure('The connection was removed meanwhile.');
  return sync;
}
