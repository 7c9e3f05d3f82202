import { listStoresBehind } from '../../foundation/events/claim-events.ts';
import type { Lane } from '../../foundation/lanes/lane.ts';
import { addUpOutlook } from './add-up-outlook.ts';
import { listStoresToFit } from './model-repository.ts';
import { listStoresToScore } from './pass-repository.ts';
import { refitModel, type RefitDeps } from './refit-model.ts';
import { rescoreChanged, type RescoreDeps } from './rescore-changed.ts';
import { rescoreEverybody } from './rescore-everybody.ts';
import { listStoresToAddUp } from './store-outlook.ts';

export const rescoreEverybodyLane = 'customers.rescore-everybody';

/** Where the clock is moved fast, it is enough that these run in the end: what is foreseen is none the worse for a model of some days ago. */
export const unhurriedLanes: readonly string[] = ['customers.refit-model', 'customers.add-up-outlook'];

/** Keep what is foreseen of customers up with what they do, with time, and with what the store's model learns. */
export function createForecastLanes(deps: RescoreDeps & RefitDeps): readonly Lane[] {
  return [
    {
      name: 'customers.rescore-changed',
      listDueStores: (tx) => listStoresBehind(tx, 'customers'),
      work: (storeId) => rescoreChanged(deps, storeId),
    },
    {
      name: rescoreEverybodyLane,
      listDueStores: listStoresToScore,
      work: (storeId) => rescoreEverybody(deps, storeId),
    },
    {
      name: 'customers.refit-model',
      listDueStores: listStoresToFit,
      work: async (storeId) => {
        await refitModel(deps, storeId);
        return 1;
      },
    },
    {
      name: 'customers.add-up-outlook',
      listDueStores: listStoresToAddUp,
      work: async (storeId) => {
        await addUpOutlook(deps, storeId);
        // No other lane's work: nobody is to be woken.
        return 0;
      },
    },
  ];
}
