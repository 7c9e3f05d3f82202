import { scoreAll, type LifetimeModel, type ScoreColumns, type ScoringOptions } from '@regulars/core/clv';
import type { CollectedHistories } from '@regulars/core/clv/histories';

/** Is told the scores of some customers: row i of the columns is row `from` + i of the store. */
export type ScoresVisitor = (from: number, scores: ScoreColumns) => void;

/** Scores of this many customers take 40 MB at a time. */
const partSize = 1 << 20;

/** Scores all customers, a part at a time, so that millions need no more memory for it than one million. */
export function scoreInParts(
  model: LifetimeModel,
  store: CollectedHistories,
  options: ScoringOptions,
  visit: ScoresVisitor,
): void {
  const { histories, firstDay, lastDay, observedUntilDay } = store;
  for (let from = 0; from < histories.size; from += partSize) {
    const to = Math.min(histories.size, from + partSize);
    const part = {
      size: to - from,
      timeUnit: histories.timeUnit,
      frequency: histories.frequency.subarray(from, to),
      recency: histories.recency.subarray(from, to),
      age: histories.age.subarray(from, to),
      meanSpend: histories.meanSpend.subarray(from, to),
      logGaps: histories.logGaps?.subarray(from, to) ?? null,
    };
    const days = { firstDay: firstDay.subarray(from, to), lastDay: lastDay.subarray(from, to), observedUntilDay };
    visit(from, scoreAll(model, { histories: part, ...days }, options));
  }
}
