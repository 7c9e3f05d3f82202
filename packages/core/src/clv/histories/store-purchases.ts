import type { CollectedHistories } from './collected-histories.ts';

/** The same store as it was known at an earlier day, and what came after: what a model can be rehearsed on. */
export type RehearsedHistories = Pick<
  CollectedHistories,
  'histories' | 'firstDay' | 'lastDay' | 'observedUntilDay' | 'daily' | 'holdout'
>;

/** What a store's customers bought until a day: all that a lifetime model is fitted to. What a collector gives will do. */
export interface StorePurchases extends Pick<
  CollectedHistories,
  'histories' | 'firstDay' | 'lastDay' | 'firstDaySpend' | 'observedUntilDay' | 'daily'
> {
  /** Left out, models are compared by likelihood alone. */
  readonly rehearsal?: RehearsedHistories | null;
  /** Labels of the customers, row by row, by the covariate's name, such as `channel`; null where it is not known. */
  readonly labels?: Readonly<Record<string, readonly (string | null)[]>>;
}
