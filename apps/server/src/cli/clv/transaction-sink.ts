/** Takes in transactions one by one, in whatever order the file has them. Customers are numbered from 0. */
export interface TransactionSink {
  add(customer: number, day: number, amount: number): unknown;
  /** @param amount what was given back, ≥ 0. */
  addRefund(customer: number, day: number, amount: number): unknown;
}
