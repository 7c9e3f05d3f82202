import type { YearlyPeriod } from './yearly-period.ts';

/** A sale that comes every year, for whoever enters its code. */
export interface Sale extends YearlyPeriod {
  readonly code: string;
  readonly percent: number;
}
