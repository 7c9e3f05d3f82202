import { AdapterError, type AdapterContext } from '@regulars/adapter-contracts';
import type { AddConnectionDeps } from './add-connection.ts';
import { openConnection } from './connections.ts';
import { wakeConnection, type ConnectionRow } from './repository.ts';

export interface CheckConnectionDeps extends AddConnectionDeps {
  readonly adapterContext: AdapterContext;
}

/** Whether address and credentials serve; if not, why, in words that may be shown. */
export interface CheckedConnection {
  readonly ok: boolean;
  readonly code: string | null;
  readonly message: string | null;
}

/**
 * Tries whether address and credentials serve; sets a resting connection to work again when they do, unless it rests because
 * its platform demanded that its people be forgotten.
 *
 * @returns null when its adapter is not installed.
 */
export async function checkConnection(
  deps: CheckConnectionDeps,
  row: ConnectionRow,
): Promise<CheckedConnection | null> {
  const adapter =
    row.purpose === 'platform'
      ? deps.adapters.findPlatformAdapter(row.adapterId)
      : deps.adapters.findMailAdapter(row.adapterId);
  if (adapter === null) return null;
  const context = { ...deps.adapterContext, loan: deps.directory.loanOf(row.storeId, row.id) };
  const link = adapter.connect(openConnection(deps.sealer, row).config, context);
  try {
    await link.checkAccess();
    await deps.database.withStore(row.storeId, (tx) => wakeConnection(tx, row.storeId, row.id));
    deps.directory.forget();
    return { ok: true, code: null, message: null };
  } catch (error) {
    if (!(error instanceof AdapterError)) throw error;
    return { ok: false, code: error.kind, message: error.message };
  } finally {
    await link.close();
  }
}
