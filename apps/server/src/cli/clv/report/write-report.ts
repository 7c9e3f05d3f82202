import { writeFileSync } from 'node:fs';
import path from 'node:path';
import type { ScoreColumns } from '@regulars/core/clv';
import { cohortTable } from '@regulars/core/clv/cohorts';
import type { HistoryCollector } from '@regulars/core/clv/histories';
import { CommandFailure } from '../../command-failure.ts';
import { hasAmounts, visitScores, type Analysis } from '../analysis.ts';
import { createFormats } from './formats.ts';
import { toPage } from './page.ts';
import { rehearse } from './rehearse.ts';

/** Draws the report and writes it. */
export function writeReport(
  file: string,
  {
    analysis,
    collector,
    source,
  }: { readonly analysis: Analysis; readonly collector: HistoryCollector; readonly source: string },
): void {
  const rehearsal = rehearse(analysis, collector);
  const observedUntilDay = rehearsal?.evidence.observedUntilDay ?? analysis.store.observedUntilDay;
  const page = toPage({
    analysis,
    scores: collectScores(analysis),
    rehearsal,
    cohorts: cohortTable(collector, { observedUntilDay }),
    formats: createFormats(analysis.read.currency),
    source: source === '-' ? 'standard input' : path.basename(source),
    hasMoney: hasAmounts(analysis),
  });
  try {
    writeFileSync(file, page);
  } catch {
    throw new CommandFailure(`The report ${file} cannot be written.`);
  }
}

function collectScores(analysis: Analysis): ScoreColumns {
  const { size } = analysis.store.histories;
  const all = {
    size,
    probabilityAlive: new Float64Array(size),
    expectedTransactions: new Float64Array(size),
    expectedSpend: new Float64Array(size),
    lifetimeValue: new Float64Array(size),
  };
  visitScores(analysis, (from, scores) => {
    all.probabilityAlive.set(scores.probabilityAlive, from);
    all.expectedTransactions.set(scores.expectedTransactions, from);
    all.expectedSpend.set(scores.expectedSpend, from);
    all.lifetimeValue.set(scores.lifetimeValue, from);
  });
  return all;
}
