import type { Loan } from '@regulars/adapter-contracts';
import type { ConnectionId, StoreId } from '@regulars/core/shared';
import type { Database } from '../foundation/database/database.ts';
import type { Sealer } from '../foundation/secrets/seal.ts';
import { findLoan, keepLoan } from './repository.ts';

/** What a connection's platform lent it, kept sealed and shared by all processes. */
export function createLoan(database: Database, sealer: Sealer, storeId: StoreId, id: ConnectionId): Loan {
  const context = `connection|${storeId}|${id}|loan`;
  return {
    async read() {
      const sealed = await database.withStore(storeId, (tx) => findLoan(tx, storeId, id));
      return sealed === null ? null : sealer.open(sealed, context);
    },
    async write(value) {
      const sealed = sealer.seal(value, context);
      await database.withStore(storeId, (tx) => keepLoan(tx, storeId, id, sealed));
    },
  };
}
