import type { PlatformAdapter } from '@regulars/adapter-contracts';
import type { StoreId } from '@regulars/core/shared';
import type { AdapterRegistry, Connection } from './connections.ts';
import type { Directory } from './directory.ts';

export interface CodeMakerDeps {
  readonly directory: Pick<Directory, 'connectionsFor'>;
  readonly adapters: Pick<AdapterRegistry, 'findPlatformAdapter'>;
}

export type CodeMaker =
  | { readonly kind: 'found'; readonly connection: Connection; readonly adapter: PlatformAdapter }
  /** Platforms are connected, and none of them makes codes by any configuration. */
  | { readonly kind: 'notOffered' }
  /** One is connected that makes codes, and was not given what it needs for them. */
  | { readonly kind: 'notSetUp' }
  /** Nothing is connected that makes codes. */
  | { readonly kind: 'notConnected' };

/** Why no codes can be made as things stand. `resting`: their maker does not work at present. */
export type CodeLack = Exclude<CodeMaker['kind'], 'found'> | 'resting';

/**
 * The store's platform that makes discount codes, the one connected first where there are several, and one
 * that works before one that rests, as a shop does that was left for another platform. A store often has a
 * signed webhook beside its shop, which makes them only where it has somebody to ask.
 */
export async function findCodeMaker({ directory, adapters }: CodeMakerDeps, storeId: StoreId): Promise<CodeMaker> {
  const connected = (await directory.connectionsFor(storeId, 'platform')).flatMap((connection) => {
    const adapter = adapters.findPlatformAdapter(connection.adapterId);
    return adapter === null ? [] : [{ connection, adapter }];
  });
  const makers = connected.filter(({ adapter, connection }) => makesCodes(adapter, connection));
  const able = makers.find(({ connection }) => connection.pausedReason === null) ?? makers[0];
  if (able !== undefined) return { kind: 'found', ...able };
  if (connected.length === 0) return { kind: 'notConnected' };
  return { kind: connected.some(({ adapter }) => adapter.capabilities.discountCodes) ? 'notSetUp' : 'notOffered' };
}

/** Why the store can make no codes as things stand; null where it can. */
export function toCodeLack(maker: CodeMaker): CodeLack | null {
  if (maker.kind !== 'found') return maker.kind;
  return maker.connection.pausedReason === null ? null : 'resting';
}

/** Whether codes can be made over this connection, as it is configured. */
export function makesCodes(adapter: PlatformAdapter, { config }: Connection): boolean {
  return adapter.capabilities.discountCodes && (adapter.makesDiscountCodes?.(config) ?? true);
}
