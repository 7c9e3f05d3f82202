import { isKnownDay } from './known-days.ts';
import { isAmount, rejectAmount, rejectDay, type RowRejection } from './purchase-rejection.ts';
import { maximumCustomers } from './purchase-rows.ts';

/** Rows side by side, all of one currency. */
export interface RowColumns {
  readonly customerIndex: ArrayLike<number>;
  readonly day: ArrayLike<number>;
  readonly amount: ArrayLike<number>;
}

/**
 * What is wrong with the first row that is no purchase; null when all of them are.
 *
 * @throws RangeError when a customer's index is none.
 */
export function rejectColumns({ customerIndex, day, amount }: RowColumns, size: number): RowRejection | null {
  for (let row = 0; row < size; row += 1) {
    checkCustomer(customerIndex[row]!);
    if (!isAmount(amount[row]!)) return rejectAmount(amount[row]!, `/amount/${row}`);
    if (!isKnownDay(day[row]!)) return rejectDay(`/day/${row}`);
  }
  return null;
}

/** @throws RangeError when it is not a whole number from 0 to 2²⁷ − 1, which is a mistake of the program. */
export function checkCustomer(index: number): void {
  if (index >= 0 && index < maximumCustomers && Math.floor(index) === index) return;
  throw new RangeError(`A customer's index is a whole number from 0 to ${maximumCustomers - 1}.`);
}
