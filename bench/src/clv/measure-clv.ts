import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createHistoryCollector } from '@regulars/core/clv/histories';
import { openByteSource } from '@regulars/server/cli/clv/csv/byte-source.ts';
import { readTransactions } from '@regulars/server/cli/clv/read-transactions.ts';
import { bundleSize } from './bundle-size.ts';
import { printPath, printSmall, printStages } from './print-clv.ts';
import { runMeasured, type Usage } from './run-measured.ts';
import { measureDraws, measureUpdate } from './small-steps.ts';
import type { Stage } from './stages.ts';
import { writeTransactions } from './write-transactions.ts';

const sizes = [100_000, 1_000_000, 10_000_000];
/** As many as a sample of the papers has: some 2,400 customers. */
const sampleRows = 5_500;
const command = path.join(import.meta.dirname, '..', '..', '..', 'apps', 'server', 'src', 'cli', 'main.ts');
const stagesProgram = path.join(import.meta.dirname, 'stages.ts');

/** What `regulars clv` and its parts take, by the number of transactions, and what the small steps take. */
export async function measureClv(): Promise<void> {
  const folder = mkdtempSync(path.join(tmpdir(), 'regulars-bench-clv-'));
  try {
    const sample = path.join(folder, 'sample.csv');
    writeTransactions(sample, sampleRows);
    const start = await runMeasured(command, ['clv', sample, '--json']);
    const paths: { readonly rows: number; readonly usage: Usage }[] = [];
    for (const rows of sizes) {
      const file = path.join(folder, `${rows}.csv`);
      writeTransactions(file, rows);
      const usage = await runMeasured(command, ['clv', file, '--model', 'bg-nbd', '--json']);
      paths.push({ rows, usage });
      const { stdout, peakMegabytes } = await runMeasured(stagesProgram, [file]);
      const { customers, stages } = JSON.parse(stdout) as { customers: number; stages: readonly Stage[] };
      printStages({ rows, customers, stages, peakMegabytes });
      rmSync(file);
    }
    printPath(paths);
    const store = await collect(sample);
    printSmall({
      start,
      draws: measureDraws(store),
      updateMicroseconds: measureUpdate(store),
      kilobytes: await bundleSize(),
    });
  } finally {
    rmSync(folder, { recursive: true });
  }
}

async function collect(file: string) {
  const collector = createHistoryCollector({ timeUnit: 'day' });
  const source = await openByteSource(file);
  const quiet = { columns: {}, dayOrder: null, decimalMark: null, rejectsPath: null, keepsIds: false };
  await readTransactions(source, collector, { ...quiet, onProgress: () => {} });
  await source.close();
  const collected = collector.finish();
  if (!collected.ok) throw new Error(collected.failure.message);
  return collected.value;
}
