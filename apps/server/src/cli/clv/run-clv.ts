import { createScorer } from '@regulars/core/clv';
import { analyze } from './analyze.ts';
import type { Analysis } from './analysis.ts';
import { describeRejected } from './output/describe-rejected.ts';
import { formatCount } from './output/format-count.ts';
import { toLines } from './output/to-lines.ts';
import { toDocument } from './output/to-document.ts';
import { writeScores } from './output/write-scores.ts';
import { gather } from './gather.ts';
import type { ClvOptions } from './options/to-clv-options.ts';
import { createProgress } from './progress.ts';

/** Up to so many customers get their intervals unasked: it takes a second or two. */
const intervalsUnasked = 1_000;

/** Reads, fits, scores and tells. */
export async function runClv(options: ClvOptions): Promise<void> {
  const progress = createProgress(process.stderr);
  let analysis: Analysis;
  try {
    const gathered = await gather(options, progress);
    progress.say(`Fitting to ${formatCount(gathered.store.histories.size)} customers …`);
    analysis = analyze(gathered, options);
    if (options.outPath !== null) {
      progress.say('Writing every customer’s figures …');
      writeScores(options.outPath, analysis, wantsIntervals(options, analysis) ? scorerOf(analysis) : null);
    }
    if (options.reportPath !== null && gathered.collector !== null) {
      progress.say('Drawing the report …');
      const { writeReport } = await import('./report/write-report.ts');
      writeReport(options.reportPath, { analysis, collector: gathered.collector, source: options.path });
    }
  } finally {
    progress.stop();
  }
  const rejected = describeRejected(analysis.read);
  if (rejected !== '') process.stderr.write(`${rejected}\n`);
  const text = options.isJson ? JSON.stringify(toDocument(analysis), null, 2) : toLines(analysis, options).join('\n');
  writeOut(`${text}\n`);
}

function wantsIntervals({ withIntervals }: ClvOptions, { store }: Analysis): boolean {
  return withIntervals ?? store.histories.size <= intervalsUnasked;
}

function scorerOf({ model, horizonDays, annualDiscountRate }: Analysis) {
  return createScorer(model, { horizonDays, annualDiscountRate });
}

/** Whoever stops listening, as `head` does, has heard enough. */
function writeOut(text: string): void {
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') return;
    process.stderr.write(`The result cannot be written: ${error.message}\n`);
    process.exitCode = 1;
  });
  process.stdout.write(text);
}
