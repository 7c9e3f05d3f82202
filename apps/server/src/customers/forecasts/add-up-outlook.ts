import { sql } from 'kysely';
import { createRandom, exponentOf, type StoreId } from '@regulars/core/shared';
import type { Tx } from '../../foundation/database/database.ts';
import { toSummary, type Buyer } from './buyer.ts';
import { estimateSpread } from './estimate-spread.ts';
import { sampleBuyers } from './forecast-repository.ts';
import { findCompletedPass } from './pass-repository.ts';
import type { RescoreDeps } from './rescore-changed.ts';
import { readStoreDay } from './store-day.ts';
import { keepOutlook, type StoreOutlook } from './store-outlook.ts';

const sampleSize = 120;
/** Normal quantile of 0.9: between minus and plus that many deviations lie 80 percent. */
const deviations = 1.2816;

/** Adds up what all of a store's buyers are expected to bring, with how sure that is, and keeps it for the pages. */
export async function addUpOutlook({ database, models }: RescoreDeps, storeId: StoreId): Promise<void> {
  await database.withStore(storeId, async (tx) => {
    const shelved = await models.find(tx, storeId);
    const pass = await findCompletedPass(tx, storeId);
    // Fitted anew since: another pass is under way, after which it is time.
    if (shelved === null || pass?.generation !== shelved.generation) return;
    const { today, currency } = await readStoreDay(tx, storeId);
    const sums = await addUp(tx, storeId);
    const sample: readonly Buyer[] = await sampleBuyers(
      tx,
      storeId,
      Math.max(1, Math.floor(sums.customers / sampleSize)),
    );
    const minorPerUnit = 10 ** exponentOf(currency);
    const spread = estimateSpread(
      shelved.model,
      sample.map((buyer) => toSummary(buyer, minorPerUnit)),
      { customers: sums.customers, today, random: createRandom('forecasts.outlook') },
    );
    const halfWidth = deviations * spread * minorPerUnit;
    await keepOutlook(tx, storeId, pass.number, {
      ...sums,
      value: {
        low: Math.max(0, Math.round(sums.valueMinor - halfWidth)),
        high: Math.round(sums.valueMinor + halfWidth),
      },
    });
  });
}

async function addUp(tx: Tx, storeId: StoreId): Promise<Omit<StoreOutlook, 'value'>> {
  const { rows } = await sql<Omit<StoreOutlook, 'value'>>`
    select count(*) as customers, coalesce(sum(probability_alive), 0) as alive,
           coalesce(sum(purchases_expected), 0) as purchases, coalesce(sum(value_minor), 0)::bigint as "valueMinor"
    from customer_forecast where store_id = ${storeId}`.execute(tx);
  const [row] = rows;
  if (row === undefined) throw new Error('An aggregate answers one row.');
  return row;
}
