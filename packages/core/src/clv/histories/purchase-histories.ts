import type { TimeUnit } from '../time-unit.ts';

/** The histories of many customers, in columns: row i of each column is one customer. */
export interface PurchaseHistories {
  readonly size: number;
  readonly timeUnit: TimeUnit;
  /** x, t_x and T of `PurchaseHistory`. */
  readonly frequency: Float64Array;
  readonly recency: Float64Array;
  readonly age: Float64Array;
  /**
   * Mean amount, net of refunds, of the purchases after the first; 0 where `frequency` is 0. The first is left out,
   * because it is often unlike the rest (Fader & Hardie 2013, "The Gamma-Gamma Model of Monetary Value", §1).
   */
  readonly meanSpend: Float64Array;
  /**
   * Σ log Δt over the customer's gaps between purchases, Δt in the unit; 0 where `frequency` is 0. The likelihood of
   * purchases of regularity k has the factor Π Δt^(k−1). Null when the gaps are not known: then only the time of each
   * customer's last purchase tells one k from another, less surely.
   */
  readonly logGaps: Float64Array | null;
}
