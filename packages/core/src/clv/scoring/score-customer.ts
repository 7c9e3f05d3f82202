import type { LifetimeModel } from '../lifetime-model.ts';
import { createScorer } from './create-scorer.ts';
import type { CustomerScore } from './customer-score.ts';
import type { ScoredCustomer, ScoringOptions } from './scoring-options.ts';

/**
 * All that a model foresees of one customer. For many, `createScorer` makes ready once.
 *
 * @throws RangeError when an option is out of its range.
 * @example
 * ```ts
 * const score = scoreCustomer(model, { summary }, { horizonDays: 365 });
 * score.nextPurchase.quantilesDays?.q50; // half of such customers buy again within so many days
 * ```
 */
export function scoreCustomer(
  model: LifetimeModel,
  customer: ScoredCustomer,
  options: ScoringOptions = {},
): CustomerScore {
  return createScorer(model, options).score(customer);
}
