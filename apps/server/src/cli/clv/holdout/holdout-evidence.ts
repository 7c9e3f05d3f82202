import type { CountedShare, ForecastEvaluation, TrackingError } from '@regulars/core/clv/evidence';
import type { Heuristics } from './judge-heuristics.ts';

/** How what was foreseen compares with what came. Columns bear one value for each customer of the histories. */
export interface HoldoutEvidence {
  /** What the model knew of: until this day. */
  readonly calibrationUntilDay: number;
  readonly observedUntilDay: number;
  /** Mean number of purchases that was foreseen, and what came. */
  readonly expected: Float64Array;
  readonly actual: Uint32Array;
  readonly means: ForecastEvaluation;
  /** The predictive medians; NaN for customers who were not looked at. */
  readonly medians: Float64Array;
  readonly ofMedians: ForecastEvaluation;
  /** How many intervals of each level held what came. */
  readonly coverage: Readonly<Record<'p50' | 'p80' | 'p95', CountedShare>>;
  /** Whether P(alive) > ½ told who would buy. */
  readonly activity: CountedShare;
  /** All purchases of each week, foreseen at the end of the calibration. */
  readonly tracking: TrackingError;
  /** Of money; null where the file has no amounts. */
  readonly spend: ForecastEvaluation | null;
  readonly heuristics: Heuristics;
}
