import { fitLifetimeModel, type LifetimeModel } from '@regulars/core/clv';
import { collectStore } from '@regulars/core/clv/histories';
import { exponentOf, type StoreId } from '@regulars/core/shared';
import type { Database, Tx } from '../../foundation/database/database.ts';
import { findBuyers } from './find-buyers.ts';
import { listBuyerIdsAfter } from './forecast-repository.ts';
import type { LearnPrior } from './learn-prior.ts';
import { findGeneration, findModel, insertFirstModel } from './model-repository.ts';
import { collectPages, toPurchasePage } from './purchase-pages.ts';
import { readStoreDay } from './store-day.ts';

export interface ShelvedModel {
  readonly generation: number;
  readonly model: LifetimeModel;
}

/** The stores' models as they stand now, read once a process. */
export interface ModelShelf {
  /** Sees to it that a store with buyers has a model: at first, little more than what similar stores teach. */
  ensure(storeId: StoreId): Promise<void>;
  /** Null for a store without buyers. */
  find(tx: Tx, storeId: StoreId): Promise<ShelvedModel | null>;
}

/** A model is some ten thousand numbers; so many stores' are remembered. */
const maxEntries = 200;
/** So many buyers, and the plainest model that knows who has left, are enough for what is replaced within moments. */
const firstBuyers = 500;

export function createModelShelf(database: Database, learnPrior: LearnPrior): ModelShelf {
  const known = new Map<StoreId, ShelvedModel>();

  return {
    ensure: async (storeId) => {
      if (known.has(storeId) || (await database.withStore(storeId, (tx) => findGeneration(tx, storeId))) !== null)
        return;
      const prior = await learnPrior(storeId);
      await database.withStore(storeId, async (tx) => {
        const { today, currency } = await readStoreDay(tx, storeId);
        const ids = await listBuyerIdsAfter(tx, storeId, null, firstBuyers);
        const buyers = await findBuyers(
          tx,
          storeId,
          ids.map(({ customerId }) => customerId),
        );
        const page = toPurchasePage(buyers, 0, 10 ** exponentOf(currency));
        const store = collectStore(collectPages([page]), { observedUntilDay: today });
        if (store.ok) await insertFirstModel(tx, storeId, fitLifetimeModel(store.value, { model: 'mbg-nbd', prior }));
      });
    },
    find: async (tx, storeId) => {
      const generation = await findGeneration(tx, storeId);
      const remembered = known.get(storeId);
      if (remembered !== undefined && remembered.generation === generation) return remembered;
      const found = await findModel(tx, storeId);
      if (found === null) return null;
      const shelved = { generation: found.generation, model: found.model };
      if (known.size >= maxEntries) known.clear();
      known.set(storeId, shelved);
      return shelved;
    },
  };
}
