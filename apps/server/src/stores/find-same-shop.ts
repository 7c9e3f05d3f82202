import type { StoreId } from '@regulars/core/shared';
import type { Tx } from '../foundation/database/database.ts';
import type { Sealer } from '../foundation/secrets/seal.ts';
import { openConnection, type AdapterRegistry } from './connections.ts';
import { listConnections, type ConnectionRow } from './repository.ts';

interface Wished {
  readonly adapterId: string;
  readonly config: unknown;
}

/**
 * The store's connection to the shop that these settings name: a second one would bring every order in twice. Asked
 * while `lockConnections` holds, so that there is still none when one is made.
 *
 * @returns the one made first; null when there is none, and where the adapter cannot tell.
 */
export async function findSameShop(
  tx: Tx,
  { sealer, adapters }: { readonly sealer: Sealer; readonly adapters: AdapterRegistry },
  storeId: StoreId,
  wished: Wished,
): Promise<ConnectionRow | null> {
  const shop = findShop(adapters, wished);
  if (shop === null) return null;
  const alike = (await listConnections(tx, storeId)).filter(
    ({ purpose, adapterId }) => purpose === 'platform' && adapterId === wished.adapterId,
  );
  return alike.find((row) => findShop(adapters, openConnection(sealer, row)) === shop) ?? null;
}

function findShop(adapters: AdapterRegistry, { adapterId, config }: Wished): string | null {
  const adapter = adapters.findPlatformAdapter(adapterId);
  const read = adapter?.configSchema.safeParse(config);
  return read?.success === true ? (adapter?.shopOf?.(read.data) ?? null) : null;
}
