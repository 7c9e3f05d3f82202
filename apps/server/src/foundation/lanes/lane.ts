import type { StoreId } from '@regulars/core/shared';
import type { Tx } from '../database/database.ts';

/**
 * One kind of due work. A batch belongs to one store: its transaction sees that tenant and no other,
 * and stores take turns, so none starves behind a big one.
 */
export interface Lane {
  /** `<room>.<verb-noun>`. */
  readonly name: string;
  /** How long a batch may wait for somebody else, such as a platform; left out where it waits for nobody. */
  readonly longestWaitMs?: number;
  /** Stores with work due now. Runs in a transaction that may see all stores: one indexed look each. */
  readonly listDueStores: (tx: Tx) => Promise<readonly StoreId[]>;
  /**
   * Handles one batch of this store.
   *
   * @param stopping comes when the process is to end; a batch that takes seconds ends sooner then.
   * @returns how many items; 0 when there was nothing left to take.
   */
  readonly work: (storeId: StoreId, stopping?: AbortSignal) => Promise<number>;
}
