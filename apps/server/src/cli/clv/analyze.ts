import {
  collectStore,
  createHistoryCollector,
  fitLifetimeModel,
  scoreAll,
  type HistoryCollector,
} from '@regulars/core/clv';
import { CommandFailure } from '../command-failure.ts';
import type { Analysis } from './analysis.ts';
import { openByteSource } from './csv/byte-source.ts';
import { judgeForecast } from './holdout/judge-forecast.ts';
import type { ClvOptions } from './options/to-clv-options.ts';
import { describeRejected } from './output/describe-rejected.ts';
import type { Progress } from './progress.ts';
import { readTransactions, type ReadTransactions } from './read-transactions.ts';

/** Goes from a file to what is known of its customers. */
export async function analyze(
  options: ClvOptions,
  progress: Progress,
): Promise<{ readonly analysis: Analysis; readonly collector: HistoryCollector }> {
  const collector = createHistoryCollector({ timeUnit: options.timeUnit });
  const read = await readInto(collector, options, progress);
  progress.say(`Fitting to ${read.ids.size.toLocaleString('en-US')} customers …`);
  const { observedUntilDay, calibrationUntilDay, horizonDays, annualDiscountRate } = options;
  const window = { observedUntilDay, calibrationUntilDay };
  const collected = collectStore(collector, window);
  if (!collected.ok) throw new CommandFailure(collected.failure.message);
  const store = collected.value;
  const model = fitLifetimeModel(store, { model: options.model });
  const scores = scoreAll(model, store, { horizonDays, annualDiscountRate });
  const { slots } = read.layout;
  const holdout = judgeForecast(model, store, slots.amount >= 0 || slots.unitPrice >= 0);
  return { analysis: { read, store, model, scores, horizonDays, annualDiscountRate, holdout }, collector };
}

async function readInto(
  collector: HistoryCollector,
  options: ClvOptions,
  progress: Progress,
): Promise<ReadTransactions> {
  const source = await openByteSource(options.path);
  try {
    const read = await readTransactions(source, collector, {
      columns: options.columns,
      dayOrder: options.dayOrder,
      decimalMark: options.decimalMark,
      rejectsPath: options.rejectsPath,
      onProgress: (bytesRead, rows) => progress.update(bytesRead, source.sizeBytes, rows),
    });
    if (read.rejectedRows > options.maxRejectedShare * read.rows)
      throw new CommandFailure(
        `${describeRejected(read)}\nThat is more than --max-rejected allows, so the columns may have been mistaken: ${describeColumns(read)}.`,
      );
    if (read.ids.size === 0) throw new CommandFailure(`There are no transactions in ${source.name}.`);
    return read;
  } finally {
    await source.close();
  }
}

function describeColumns({ layout }: ReadTransactions): string {
  return Object.entries(layout.names)
    .map(([role, name]) => `${role} is "${name}"`)
    .join(', ');
}
