import { measureAccept } from './accept.ts';
import { measureClaim } from './claim.ts';
import { measureDecide } from './decide.ts';
import { startBenchDatabase } from './instance.ts';
import { printFigures, type Figure } from './report.ts';
import { measureSend } from './send.ts';
import type { BenchDatabase } from './instance.ts';

const benches: Readonly<
  Record<string, { readonly title: string; readonly measure: (database: BenchDatabase) => Promise<readonly Figure[]> }>
> = {
  accept: { title: 'Orders accepted', measure: measureAccept },
  claim: { title: 'Due work claimed and completed', measure: measureClaim },
  decide: { title: 'Orders decided', measure: measureDecide },
  send: { title: 'Mails sent', measure: measureSend },
};

/** `npm run bench [name …]`: each on a fresh database, with its yardsticks measured in the same run. */
const wanted = process.argv.slice(2);
for (const name of wanted.length > 0 ? wanted : Object.keys(benches)) {
  const bench = benches[name];
  if (bench === undefined) {
    process.stderr.write(`There is no bench ${name}. There are: ${Object.keys(benches).join(', ')}.\n`);
    process.exit(2);
  }
  const database = await startBenchDatabase();
  try {
    printFigures(bench.title, await bench.measure(database));
  } finally {
    await database.stop();
  }
}
