/** What one customer does, in days of an average season since their first purchase. */
export interface PurchaseHistory {
  readonly ratePerDay: number;
  /** The age at which they have lost interest; Infinity when they have not within the horizon. */
  readonly dropOutDays: number;
  /** Of their repeat purchases, ascending; the first purchase, at 0, is not among them. */
  readonly agesDays: readonly number[];
}
