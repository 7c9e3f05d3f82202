import type { ScoringOptions } from './scoring-options.ts';

/** Scoring options with nothing left open. */
export type ResolvedScoring = Required<ScoringOptions>;

/** @throws RangeError when an option is out of its range. */
export function resolveScoring(options: ScoringOptions, observedUntilDay: number): ResolvedScoring {
  const { horizonDays = 365, annualDiscountRate = 0.1, asOfDay = observedUntilDay } = options;
  if (!(horizonDays > 0 && horizonDays <= 36_525)) throw new RangeError('horizonDays is above 0 and at most 36525.');
  if (!(annualDiscountRate >= 0 && annualDiscountRate < Infinity))
    throw new RangeError('annualDiscountRate is at least 0.');
  if (!Number.isFinite(asOfDay)) throw new RangeError('asOfDay is a number of days since 1970-01-01.');
  return { horizonDays, annualDiscountRate, asOfDay };
}
