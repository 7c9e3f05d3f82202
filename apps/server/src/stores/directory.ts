import type { Loan } from '@regulars/adapter-contracts';
import type { ConnectionId, StoreId } from '@regulars/core/shared';
import type { Database } from '../foundation/database/database.ts';
import type { Sealer } from '../foundation/secrets/seal.ts';
import { openConnection, toTokenHash, type Connection } from './connections.ts';
import { createLoan } from './create-loan.ts';
import { findConnection, findConnectionByToken, listConnections, listStores } from './repository.ts';
import type { Store } from './store.ts';

/** What every request and every batch asks: which stores, which connection. Remembered for a moment; see `forget`. */
export interface Directory {
  stores(): Promise<readonly Store[]>;
  storeIds(): Promise<readonly StoreId[]>;
  findStore(storeId: StoreId): Promise<Store | null>;
  findByHookToken(hookToken: string): Promise<Connection | null>;
  findConnection(storeId: StoreId, id: ConnectionId): Promise<Connection | null>;
  /** A store's connection for this purpose, the oldest first. */
  connectionFor(storeId: StoreId, purpose: Connection['purpose']): Promise<Connection | null>;
  /** All of them, the oldest first. */
  connectionsFor(storeId: StoreId, purpose: Connection['purpose']): Promise<readonly Connection[]>;
  /** What the connection's platform lent it; never remembered, since other processes renew it. */
  loanOf(storeId: StoreId, id: ConnectionId): Loan;
  /** After a change in this process. Other processes see it within `maxAgeMs`. */
  forget(): void;
}

const maxAgeMs = 2_000;
const maxTokens = 10_000;

/** Reads the directory through a small cache: opening sealed secrets for each of thousands of requests a second is too dear. */
export function createDirectory(
  database: Database,
  sealer: Sealer,
  monotonicMs: () => number = () => performance.now(),
): Directory {
  const entries = new Map<string, { readonly until: number; readonly value: Promise<unknown> }>();

  const remember = <Value>(key: string, read: () => Promise<Value>): Promise<Value> => {
    const now = monotonicMs();
    const known = entries.get(key);
    if (known !== undefined && known.until > now) return known.value as Promise<Value>;
    if (entries.size >= maxTokens) entries.clear();
    const value = read();
    entries.set(key, { until: now + maxAgeMs, value });
    value.catch(() => entries.delete(key));
    return value;
  };

  const stores = () => remember('stores', () => database.withDirectory((tx) => listStores(tx)));

  const connectionsFor = (storeId: StoreId, purpose: Connection['purpose']) =>
    remember(`for|${storeId}|${purpose}`, async () => {
      const rows = await database.withDirectory((tx) => listConnections(tx, storeId));
      return rows.filter((row) => row.purpose === purpose).map((row) => openConnection(sealer, row));
    });

  return {
    stores,
    storeIds: async () => (await stores()).map(({ id }) => id),
    findStore: async (storeId) => (await stores()).find(({ id }) => id === storeId) ?? null,
    findByHookToken: (hookToken) =>
      remember(`token|${hookToken}`, async () => {
        const row = await database.withDirectory((tx) => findConnectionByToken(tx, toTokenHash(hookToken)));
        return row === null ? null : openConnection(sealer, row);
      }),
    findConnection: (storeId, id) =>
      remember(`connection|${storeId}|${id}`, async () => {
        const row = await database.withDirectory((tx) => findConnection(tx, storeId, id));
        return row === null ? null : openConnection(sealer, row);
      }),
    connectionFor: async (storeId, purpose) => (await connectionsFor(storeId, purpose))[0] ?? null,
    connectionsFor,
    loanOf: (storeId, id) => createLoan(database, sealer, storeId, id),
    forget: () => entries.clear(),
  };
}
