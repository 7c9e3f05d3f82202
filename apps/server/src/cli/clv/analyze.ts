import { fitLifetimeModel } from '@regulars/core/clv';
import { hasAmounts, toTotals, type Analysis } from './analysis.ts';
import type { Gathered } from './gather.ts';
import { judgeForecast } from './holdout/judge-forecast.ts';
import type { ClvOptions } from './options/to-clv-options.ts';

/** Goes from histories to all that is said of them. */
export function analyze({ read, store, warnings }: Gathered, options: ClvOptions): Analysis {
  const { horizonDays, annualDiscountRate } = options;
  const model = fitLifetimeModel(store, { model: options.model });
  const scored = { store, model, horizonDays, annualDiscountRate };
  return {
    ...scored,
    read,
    warnings,
    totals: toTotals(scored),
    holdout: judgeForecast(model, store, hasAmounts({ read })),
  };
}
