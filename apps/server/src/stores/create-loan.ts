import type { Loan } from '@regulars/adapter-contracts';
import type { ConnectionId, StoreId } from '@regulars/core/shared';
import type { Database } from '../foundation/database/database.ts';
import type { Sealer } from '../foundation/secrets/seal.ts';
import { findLoan, keepLoan } from './repository.ts';

/** What a connection's platform lent it, kept sealed and shared by all processes. */
export function createLoan(database: Database, sealer: Sealer, storeId: StoreId, id: ConnectionId): Loan {
  return {
    async read() {
      const sealed = await database.withStore(storeId, (tx) => findLoan(tx, storeId, id));
      return sealed === null ? null : sealer.open(sealed, toContext(storeId, id));
    },
    async write(value) {
      const sealed = sealLoan(sealer, storeId, id, value);
      await database.withStore(storeId, (tx) => keepLoan(tx, storeId, id, sealed));
    },
  };
}

/** What was lent before the connection was made, as `write` keeps it. */
export function sealLoan(sealer: Sealer, storeId: StoreId, id: ConnectionId, value: string): string {
  return sealer.seal(value, toContext(storeId, id));
}

function toContext(storeId: StoreId, id: ConnectionId): string {
  return `connection|${storeId}|${id}|loan`;
}
