import { drawNormal } from '../../numeric/samplers/draw-normal.ts';
import { createRandom } from '../../shared/random.ts';
import type { LifetimeModel } from '../lifetime-model.ts';
import type { TransactionForecast } from '../models/transaction-model.ts';
import { createOperationalTime } from '../season/operational-time.ts';
import { strengthen } from '../season/strengthen.ts';
import type { Outlook } from './foresee-purchases.ts';
import type { ResolvedScoring } from './resolved-scoring.ts';

/** So many of the draws are looked at for each customer; fewer where each takes long, so that a score takes milliseconds. */
const outlookCount = 32;
const outlookCountOfRegular = 10;

/** Possible states of the world: draws of the parameters, each with a season that may be stronger or weaker. */
export function drawOutlooks(
  model: LifetimeModel,
  { asOfDay, horizonDays }: ResolvedScoring,
  toForecast: (parameters: readonly number[]) => TransactionForecast,
): readonly Outlook[] {
  const { season, timeUnit } = model;
  const random = createRandom('clv.season');
  const count = model.transactions.k > 1 ? outlookCountOfRegular : outlookCount;
  return model.draws.transactions.slice(0, count).map((parameters) => {
    const normal = drawNormal(random);
    const time = createOperationalTime(season && strengthen(season, normal * season.strengthDeviation), timeUnit);
    return {
      forecast: toForecast(parameters),
      duration: Math.max(0, time.at(asOfDay + horizonDays) - time.at(asOfDay)),
    };
  });
}
