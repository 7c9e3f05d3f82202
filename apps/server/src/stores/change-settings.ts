import { AdapterError, type AdapterContext, type MailAdapter, type PlatformAdapter } from '@regulars/adapter-contracts';
import { fail, ok, type Rejection, type Result } from '@regulars/core/shared';
import type { AddConnectionDeps } from './add-connection.ts';
import { openConnection } from './connections.ts';
import { findPlatformSecret } from './find-platform-secret.ts';
import { findSameShop } from './find-same-shop.ts';
import { renewWithSecret } from './renew-with-secret.ts';
import { findConnection, lockConnections, type ConnectionRow } from './repository.ts';
import { fillSecrets, type Settings } from './setting-secrets.ts';
import { toRejections } from './to-rejections.ts';

export interface ChangeSettingsDeps extends AddConnectionDeps {
  readonly adapterContext: AdapterContext;
}

type Changed = Result<null, readonly Rejection[]>;

/**
 * Gives a connection other settings, once they were tried: address, history and webhook secret stay. Secrets that are left
 * out stay as they are. It leads to the same shop as before, since what came from there is known by that shop's ids.
 *
 * @param row - as it was read before; when it has other settings by the time these are kept, they are not.
 */
export async function changeSettings(deps: ChangeSettingsDeps, row: ConnectionRow, wished: Settings): Promise<Changed> {
  const { adapters, sealer, database } = deps;
  const { adapterId, purpose, storeId } = row;
  const adapter =
    purpose === 'platform' ? adapters.findPlatformAdapter(adapterId) : adapters.findMailAdapter(adapterId);
  if (adapter === null) return refused('connection.adapter_unknown', 'It is not installed.');
  if (row.pausedReason === 'platform.erasing') return refused('connect.erasing', 'Try again when that is done.');
  const present = openConnection(sealer, row);
  const { config, needed } = fillSecrets(present.config, wished);
  if (needed.length > 0) {
    const message = 'Give it again: it would go to another address than before.';
    return fail(needed.map((name) => ({ code: 'connection.secret_needed', path: toPath(name), message })));
  }
  const read = adapter.configSchema.safeParse(config);
  if (!read.success) {
    const rejections = toRejections('connection.config_invalid', read.error);
    return fail(rejections.map((rejection) => ({ ...rejection, path: `/config${rejection.path}` })));
  }
  const shop = findShop(adapters.findPlatformAdapter(adapterId), present.config);
  if (shop !== null && shop !== findShop(adapters.findPlatformAdapter(adapterId), read.data))
    return refused('connection.other_shop', 'Add a connection for the other shop, and remove this one.');
  const tried = await tryAccess(adapter, read.data, deps.adapterContext);
  if (!tried.ok) return tried;
  const kept = await database.withStore(storeId, async (tx): Promise<Changed> => {
    await lockConnections(tx, storeId);
    const now = await findConnection(tx, storeId, row.id);
    if (now === null) return refused('connection.not_found', 'It was removed meanwhile.');
    if (now.configSealed !== row.configSealed) return refused('connection.changed', 'Look at them again.');
    const settings = { purpose, adapterId, config: read.data };
    const same = purpose === 'platform' ? await findSameShop(tx, deps, storeId, settings) : null;
    if (same !== null && same.id !== row.id) return refused('connection.shop_taken', 'Another connection leads there.');
    await renewWithSecret(sealer, tx, now, {
      config: read.data,
      webhookSecret: findPlatformSecret(adapters, settings),
    });
    return ok(null);
  });
  deps.directory.forget();
  return kept;
}

async function tryAccess(
  adapter: PlatformAdapter | MailAdapter,
  config: unknown,
  context: AdapterContext,
): Promise<Changed> {
  const link = adapter.connect(config, context);
  try {
    await link.checkAccess();
    return ok(null);
  } catch (error) {
    if (!(error instanceof AdapterError)) throw error;
    return refused('connection.access_failed', error.message);
  } finally {
    await link.close();
  }
}

function findShop(adapter: PlatformAdapter | null, config: unknown): string | null {
  const read = adapter?.configSchema.safeParse(config);
  return read?.success === true ? (adapter?.shopOf?.(read.data) ?? null) : null;
}

function toPath(name: string): string {
  return `/config/${name.replaceAll('.', '/')}`;
}

function refused(code: string, message: string): Changed {
  return fail([{ code, path: '', message }]);
}
