import type { CollectedHistories } from '../src/clv/histories/collected-histories.ts';
import {
  createHistoryCollector,
  type HistoryCollector,
  type ObservationWindow,
} from '../src/clv/histories/history-collector.ts';

export type Row = readonly [customerIndex: number, day: number, amount: number];

/** A collector of these purchases. */
export function collectorOf(rows: readonly Row[], timeUnit: 'day' | 'week' = 'day'): HistoryCollector {
  const collector = createHistoryCollector({ timeUnit });
  for (const row of rows) {
    const added = collector.add(...row);
    if (!added.ok) throw new Error(added.failure.code);
  }
  return collector;
}

/** What the collector gives, which is no refusal. */
export function finish(collector: HistoryCollector, window?: ObservationWindow): CollectedHistories {
  const collected = collector.finish(window);
  if (!collected.ok) throw new Error(collected.failure.code);
  return collected.value;
}

/** x, t_x, T and mean spend of one row. */
export function rowOf({ histories }: CollectedHistories, row: number): readonly (number | undefined)[] {
  const { frequency, recency, age, meanSpend } = histories;
  return [frequency[row], recency[row], age[row], meanSpend[row]];
}
