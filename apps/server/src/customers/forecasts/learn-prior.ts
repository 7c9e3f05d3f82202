import { learnAgencyPrior, type AgencyPrior } from '@regulars/core/clv/priors';
import type { StoreId } from '@regulars/core/shared';
import type { Database } from '../../foundation/database/database.ts';
import { listTaughtModels } from './model-repository.ts';

/** What the agency's other stores teach about this one. */
export type LearnPrior = (storeId: StoreId) => Promise<AgencyPrior>;

/**
 * Only parameters cross from store to store, nothing of any customer. A store is left out of what is believed of it, lest
 * it be told its own opinion.
 */
export function createPriorTeacher(database: Database, storeIds: () => Promise<readonly StoreId[]>): LearnPrior {
  return async (storeId) => {
    const others = (await storeIds()).filter((id) => id !== storeId);
    return learnAgencyPrior(others.length === 0 ? [] : await database.withStores(others, listTaughtModels));
  };
}
