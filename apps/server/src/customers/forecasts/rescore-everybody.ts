import type { StoreId } from '@regulars/core/shared';
import { findBuyers } from './find-buyers.ts';
import { listBuyerIdsAfter, lockForecasts, removeForecasts, saveForecasts } from './forecast-repository.ts';
import { completePass, notePassPlace, takePass } from './pass-repository.ts';
import type { RescoreDeps } from './rescore-changed.ts';
import { scoreBuyers } from './score-buyers.ts';
import { readStoreDay } from './store-day.ts';

const batchSize = 2_000;

/**
 * Scores the next batch of a store's buyers anew, because a day has passed or the model is another one. The last batch
 * completes the pass. Buyers of whom nothing was foreseen yet are taken in.
 *
 * @returns how many were scored.
 */
export async function rescoreEverybody({ database, models }: RescoreDeps, storeId: StoreId): Promise<number> {
  await models.ensure(storeId);
  return await database.withStore(storeId, async (tx) => {
    const day = await readStoreDay(tx, storeId);
    const shelved = await models.find(tx, storeId);
    const pass = shelved === null ? null : await takePass(tx, storeId, shelved.generation, day.today);
    if (shelved === null || pass === null) return 0;
    const page = await listBuyerIdsAfter(tx, storeId, pass.after, batchSize);
    const idsOf = (isErased: boolean) => page.flatMap((found) => (found.isErased === isErased ? found.customerId : []));
    const known = await lockForecasts(tx, storeId, idsOf(false));
    const knownIds = new Set(known.map(({ customerId }) => customerId));
    const missing = idsOf(false).filter((id) => !knownIds.has(id));
    const buyers = missing.length === 0 ? known : [...known, ...(await findBuyers(tx, storeId, missing))];
    await saveForecasts(tx, storeId, scoreBuyers(shelved, buyers, day));
    // Their erasure did it before; a batch that was under way at that moment may have come after.
    await removeForecasts(tx, storeId, idsOf(true));
    const last = page.at(-1)?.customerId;
    if (last === undefined || page.length < batchSize) await completePass(tx, storeId, pass);
    else await notePassPlace(tx, storeId, { ...pass, after: last });
    // Whoever waits for a pass is to be woken also when nobody was left.
    return page.length + 1;
  });
}
