import { fail, ok, type ConnectionId, type Rejection, type Result, type StoreId } from '@regulars/core/shared';
import type { Database } from '../foundation/database/database.ts';
import type { Sealer } from '../foundation/secrets/seal.ts';
import { createConnection, type AdapterRegistry } from './connections.ts';
import type { Directory } from './directory.ts';
import { listConnections } from './repository.ts';
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
    const others = await listConnections(tx, storeId);
    if (input.purpose === 'mail' && others.some(({ purpose }) => purpose === 'mail')) return null;
    return await createConnection(tx, sealer, storeId, { ...input, config: config.data });
  });
  directory.forget();
  if (created === null) {
    return fail([
      {
        code: 'connection.mail_taken',
        path: '/purpose',
        message: 'Remove the present mail account first; a store sends through one.',
      },
    ]);
  }
  return ok(created);
}
