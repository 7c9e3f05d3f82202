import type { TimeUnit } from '../time-unit.ts';

/** Many customers' `PurchaseSummary`, in columns: row i of each is one customer. */
export interface PurchaseSummaries {
  readonly size: number;
  readonly firstDay: Int32Array;
  readonly lastDay: Int32Array;
  readonly purchaseDays: Int32Array;
  readonly firstDaySpend: Float64Array;
  readonly laterSpend: Float64Array;
}

/** The days on which customers bought: those of row i are `days[offsets[i]]` … `days[offsets[i + 1] − 1]`, ascending. */
export interface PurchaseTimeline {
  readonly offsets: Int32Array;
  readonly days: Int32Array;
}

/** What a store's customers bought until a day: all that a lifetime model is fitted to. */
export interface StorePurchases {
  /** What the model is to count times in. */
  readonly timeUnit: TimeUnit;
  /** The last day of observation, inclusive, since 1970-01-01. */
  readonly observedUntilDay: number;
  readonly summaries: PurchaseSummaries;
  /** Null when only the summaries are known: then no season is learned and models are compared by likelihood alone. */
  readonly timeline: PurchaseTimeline | null;
  /** Labels of the customers, row by row, by the covariate's name, such as `channel`; null where it is not known. */
  readonly labels?: Readonly<Record<string, readonly (string | null)[]>>;
}
