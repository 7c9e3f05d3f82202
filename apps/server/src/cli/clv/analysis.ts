import type { LifetimeModel, StorePurchases } from '@regulars/core/clv';
import type { CollectedHistories } from '@regulars/core/clv/histories';
import type { HoldoutEvidence } from './holdout/holdout-evidence.ts';
import type { ReadTransactions } from './read-transactions.ts';
import { scoreInParts, type ScoresVisitor } from './score-in-parts.ts';

/** All that is found out about a file: what every kind of output is made from. */
export interface Analysis {
  readonly read: ReadTransactions;
  /** What may be a mistake in the file. */
  readonly warnings: readonly string[];
  /** What was known when the scores were given: until the calibration's end where there is one. */
  readonly store: CollectedHistories & StorePurchases;
  readonly model: LifetimeModel;
  readonly horizonDays: number;
  readonly annualDiscountRate: number;
  readonly totals: Totals;
  /** How the scores compare with what came; null where nothing is held out. */
  readonly holdout: HoldoutEvidence | null;
}

/** Of all customers together. */
export interface Totals {
  /** Net amount of what they bought until the day of the scores. */
  readonly pastSpend: number;
  readonly customersAlive: number;
  readonly expectedTransactions: number;
  readonly lifetimeValue: number;
}

type Scored = Pick<Analysis, 'store' | 'model' | 'horizonDays' | 'annualDiscountRate'>;

/** Shows all customers' scores, some at a time. */
export function visitScores({ store, model, horizonDays, annualDiscountRate }: Scored, visit: ScoresVisitor): void {
  scoreInParts(model, store, { horizonDays, annualDiscountRate }, visit);
}

export function toTotals(scored: Scored): Totals {
  const totals = { pastSpend: 0, customersAlive: 0, expectedTransactions: 0, lifetimeValue: 0 };
  visitScores(scored, (from, { size, probabilityAlive, expectedTransactions, lifetimeValue }) => {
    totals.pastSpend += sumPastSpend(scored.store, from, from + size);
    totals.customersAlive += sum(probabilityAlive);
    totals.expectedTransactions += sum(expectedTransactions);
    totals.lifetimeValue += sum(lifetimeValue);
  });
  return totals;
}

function sumPastSpend({ firstDaySpend, histories }: CollectedHistories, from: number, to: number): number {
  const { meanSpend, frequency } = histories;
  let total = 0;
  for (let row = from; row < to; row += 1) total += firstDaySpend[row]! + meanSpend[row]! * frequency[row]!;
  return total;
}

function sum(column: Float64Array): number {
  let total = 0;
  for (let row = 0; row < column.length; row += 1) total += column[row]!;
  return total;
}

/** Net amount of all a customer has bought until the day of the scores. */
export function pastSpendOf({ store }: Pick<Analysis, 'store'>, row: number): number {
  const { firstDaySpend, histories } = store;
  return firstDaySpend[row]! + histories.meanSpend[row]! * histories.frequency[row]!;
}

const decoder = new TextDecoder();

/** A customer's id as the file has it. */
export function idOf({ read, store }: Analysis, row: number): string {
  return decoder.decode(read.ids.bytesOf(store.customerIndex[row] ?? 0));
}

/** Whether the file says what was paid. */
export function hasAmounts({ read }: Pick<Analysis, 'read'>): boolean {
  const { slots } = read.layout;
  return slots.amount >= 0 || slots.unitPrice >= 0;
}
