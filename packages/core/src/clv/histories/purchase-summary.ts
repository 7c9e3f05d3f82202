/**
 * One customer's purchases, summed up so far: all that the models want to know, and what is needed to go on from there
 * when the next order comes. Days are whole days since 1970-01-01; in which zone is the caller's choice, the same for all.
 */
export interface PurchaseSummary {
  readonly firstDay: number;
  readonly lastDay: number;
  /** Days with at least one purchase. ≥ 1. */
  readonly purchaseDays: number;
  /** Net amount of the first day's purchases. */
  readonly firstDaySpend: number;
  /** Net amount of all later purchases. */
  readonly laterSpend: number;
}
