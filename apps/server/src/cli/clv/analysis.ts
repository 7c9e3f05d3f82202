import type { CollectedHistories, LifetimeModel, ScoreColumns, StorePurchases } from '@regulars/core/clv';
import type { HoldoutEvidence } from './holdout/holdout-evidence.ts';
import type { ReadTransactions } from './read-transactions.ts';

/** All that is found out about a file: what every kind of output is made from. */
export interface Analysis {
  readonly read: ReadTransactions;
  /** What was known when the scores were given: until the calibration's end where there is one. */
  readonly store: CollectedHistories & StorePurchases;
  readonly model: LifetimeModel;
  readonly scores: ScoreColumns;
  readonly horizonDays: number;
  readonly annualDiscountRate: number;
  /** How the scores compare with what came; null where nothing is held out. */
  readonly holdout: HoldoutEvidence | null;
}

/** A customer's id as the file has it. */
export function idOf({ read, store }: Analysis, row: number): string {
  return new TextDecoder().decode(read.ids.bytesOf(store.customerIndex[row] ?? 0));
}

/** Net amount of all a customer has bought until the day of the scores. */
export function pastSpendOf({ store }: Pick<Analysis, 'store'>, row: number): number {
  const { firstDaySpend, histories } = store;
  return (firstDaySpend[row] ?? 0) + (histories.meanSpend[row] ?? 0) * (histories.frequency[row] ?? 0);
}

/** Whether the file says what was paid. */
export function hasAmounts({ read }: Analysis): boolean {
  const { slots } = read.layout;
  return slots.amount >= 0 || slots.unitPrice >= 0;
}
