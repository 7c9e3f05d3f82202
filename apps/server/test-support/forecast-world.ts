import { sql } from 'kysely';
import { createForecastLanes } from '../src/customers/forecasts/jobs.ts';
import { createPriorTeacher } from '../src/customers/forecasts/learn-prior.ts';
import { createModelShelf } from '../src/customers/forecasts/model-shelf.ts';
import { settle } from '../src/demo/living/settle.ts';
import type { Lane } from '../src/foundation/lanes/lane.ts';
import { createSegmentLanes } from '../src/segments/jobs.ts';
import type { StoreId } from '@regulars/core/shared';
import type { OpenTestDatabase } from './open-test-database.ts';

/** What is foreseen of a customer, as it is kept. */
export interface ForecastRow {
  readonly customerId: string;
  readonly days: readonly number[];
  readonly amountsMinor: readonly number[];
  readonly probabilityAlive: number;
  readonly valueMinor: number;
  readonly dueDay: number;
}

/** The lanes by which forecasts and what follows from them are kept, over a test's database. */
export function createForecastWorld(
  { database }: Pick<OpenTestDatabase, 'database'>,
  storeIds: () => readonly StoreId[],
) {
  const learnPrior = createPriorTeacher(database, async () => storeIds());
  const models = createModelShelf(database, learnPrior);
  const deps = { database, models, learnPrior, monotonicMs: () => performance.now() };
  const lanes: readonly Lane[] = [...createForecastLanes(deps), ...createSegmentLanes({ database })];
  return {
    deps,
    lanes,
    /** Lets everything happen that is due, in these stores. */
    settle: (...only: readonly StoreId[]) => settle({ database, lanes }, only.length === 0 ? storeIds() : only),
    forecasts: async (storeId: StoreId): Promise<readonly ForecastRow[]> =>
      await database.withStore(storeId, async (tx) => {
        const { rows } = await sql<ForecastRow>`
          select customer_id as "customerId", days, amounts_minor::float8[] as "amountsMinor", probability_alive as "probabilityAlive",
                 value_minor as "valueMinor", due_day as "dueDay"
          from customer_forecast order by customer_id`.execute(tx);
        return rows;
      }),
  };
}
