import { fail, ok, type ConnectionId, type Rejection, type Result, type StoreId } from '@regulars/core/shared';
import type { Database, Tx } from '../foundation/database/database.ts';
import type { Sealer } from '../foundation/secrets/seal.ts';
import { createConnection, type AdapterRegistry } from './connections.ts';
import type { Directory } from './directory.ts';
import { findSameShop } from './find-same-shop.ts';
import { listConnections, lockConnections } from './repository.ts';
import { toRejections } from './to-rejections.ts';

export interface AddConnectionDeps {
  readonly database: Database;
  readonly directory: Directory;
  readonly sealer: Sealer;
  readonly adapters: AdapterRegistry;
}

export interface AddConnection {
  readonly purpose: 'platform' | 'mail';
  readonly adapterId: string;
  /** As typed in; checked by the adapter's own schema. */
  readonly config: unknown;
  readonly webhookSecret: string | null;
}

/** Connects a store to a platform or a mail account. The hook token is the last part of its webhook address. */
export async function addConnection(
  { database, directory, sealer, adapters }: AddConnectionDeps,
  storeId: StoreId,
  input: AddConnection,
): Promise<Result<{ readonly id: ConnectionId; readonly hookToken: string }, readonly Rejection[]>> {
  const adapter =
    input.purpose === 'platform'
      ? adapters.findPlatformAdapter(input.adapterId)
      : adapters.findMailAdapter(input.adapterId);
  if (adapter === null) {
    const known = (input.purpose === 'platform' ? adapters.platformAdapters : adapters.mailAdapters)
      .map(({ id }) => id)
      .join(', ');
    return fail([
      {
        code: 'connection.adapter_unknown',
        path: '/adapterId',
        message: `No adapter is called ${input.adapterId}; there are ${known}.`,
      },
    ]);
  }
  const config = adapter.configSchema.safeParse(input.config);
  if (!config.success) {
    return fail(
      toRejections('connection.config_invalid', config.error).map((rejection) => ({
        ...rejection,
        path: `/config${rejection.path}`,
      })),
    );
  }
  const created = await database.withStore(storeId, async (tx) => {
    await lockConnections(tx, storeId);
    const wished = { ...input, config: config.data };
    const taken = await findTaken(tx, { sealer, adapters }, storeId, wished);
    return taken === null ? ok(await createConnection(tx, sealer, storeId, wished)) : fail([taken]);
  });
  directory.forget();
  return created;
}

async function findTaken(
  tx: Tx,
  deps: Pick<AddConnectionDeps, 'sealer' | 'adapters'>,
  storeId: StoreId,
  wished: AddConnection,
): Promise<Rejection | null> {
  if (wished.purpose === 'platform') {
    const message = 'The store has this shop already; a second connection would bring every order in twice.';
    const present = await findSameShop(tx, deps, storeId, wished);
    return present === null ? null : { code: 'connection.shop_taken', path: '/config', message };
  }
  const message = 'Remove the present mail account first; a store sends through one.';
  const hasMail = (await listConnections(tx, storeId)).some(({ purpose }) => purpose === 'mail');
  return hasMail ? { code: 'connection.mail_taken', path: '/purpose', message } : null;
}
