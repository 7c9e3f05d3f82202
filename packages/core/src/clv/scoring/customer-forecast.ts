/** A `TransactionForecast` of one customer: durations are in days of the calendar, whatever the model counts in. */
export interface CustomerForecast {
  probabilityAlive(days: number): number;
  expectedTransactions(days: number): number;
  probabilityOfNone(days: number): number;
  transactionProbabilities(days: number, upTo: number): Float64Array;
}
