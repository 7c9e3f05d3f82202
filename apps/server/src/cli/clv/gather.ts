import type { StorePurchases } from '@regulars/core/clv';
import {
  collectStore,
  createHistoryCollector,
  type CollectedHistories,
  type HistoryCollector,
} from '@regulars/core/clv/histories';
import { CommandFailure } from '../command-failure.ts';
import { openByteSource } from './csv/byte-source.ts';
import type { ClvOptions } from './options/to-clv-options.ts';
import { describeRejected } from './output/describe-rejected.ts';
import { formatCount } from './output/format-count.ts';
import type { Progress } from './progress.ts';
import { readTransactions, type ReadTransactions } from './read-transactions.ts';
import { warnOfStrayEnd } from './warn-of-stray-end.ts';

/** A file's transactions as histories. */
export interface Gathered {
  readonly read: ReadTransactions;
  readonly store: CollectedHistories & StorePurchases;
  /** For other views of the same rows; null where none is wanted, because the rows take memory. */
  readonly collector: HistoryCollector | null;
  /** What may be a mistake in the file. */
  readonly warnings: readonly string[];
}

/** Goes from a file to its customers' histories. */
export async function gather(options: ClvOptions, progress: Progress): Promise<Gathered> {
  const collector = createHistoryCollector({ timeUnit: options.timeUnit, withLogGaps: usesGaps(options) });
  const read = await readInto(collector, options, progress);
  progress.say(`Sorting ${formatCount(read.ids.size)} customers’ purchases …`);
  const { observedUntilDay, calibrationUntilDay } = options;
  const window = { observedUntilDay, calibrationUntilDay };
  // An earlier split of the same store takes memory too, and only comparisons need one.
  const isCompared = options.model === 'auto' || calibrationUntilDay !== undefined;
  const collected = isCompared ? collectStore(collector, window) : collector.finish(window);
  if (!collected.ok) throw new CommandFailure(collected.failure.message);
  if (options.reportPath === null) collector.clear();
  const store = collected.value;
  const stray = observedUntilDay === undefined ? warnOfStrayEnd(store.daily, read.latest) : null;
  if (stray !== null) progress.warn(stray);
  const warnings = stray === null ? [] : [stray];
  return { read, store, warnings, collector: options.reportPath === null ? null : collector };
}

/** Only the model of regular buyers asks how even the gaps between purchases are. */
function usesGaps({ model }: ClvOptions): boolean {
  return model === 'auto' || model === 'mbg-cnbd-k';
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
      keepsIds: options.outPath !== null || options.reportPath !== null,
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
