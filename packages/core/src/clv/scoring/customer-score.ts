/** A range with the probability that the true value lies in it. */
export interface Intervals {
  readonly p50: readonly [low: number, high: number];
  readonly p80: readonly [low: number, high: number];
  readonly p95: readonly [low: number, high: number];
}

/**
 * What is foreseen of one customer. Money in the currency of the histories, as plain numbers; durations in days from the
 * end of observation. Intervals carry both what is not known of the parameters and what no parameter can tell of a person.
 */
export interface CustomerScore {
  readonly probabilityAlive: number;
  /** Purchases within the horizon. */
  readonly purchases: { readonly expected: number; readonly median: number; readonly intervals: Intervals };
  readonly nextPurchase: {
    /** That there will be one, ever or at least within ten years. */
    readonly probability: number;
    /** Given that there will be one: when, in days. */
    readonly expectedDays: number | null;
    readonly quantilesDays: { readonly q10: number; readonly q50: number; readonly q90: number } | null;
  };
  /** Mean amount of a purchase to come. */
  readonly expectedSpend: number;
  /** Discounted value of the purchases within the horizon. */
  readonly lifetimeValue: { readonly expected: number; readonly median: number; readonly intervals: Intervals };
  /** Discounted value of all purchases to come, without end. */
  readonly residualValue: number;
}
