import type { BenchDatabase } from './instance.ts';
import type { Figure } from './report.ts';

/** Each on a fresh database, with its yardsticks measured in the same run. */
async function onDatabase(
  title: string,
  measure: (database: BenchDatabase) => Promise<readonly Figure[]>,
): Promise<void> {
  const { startBenchDatabase } = await import('./instance.ts');
  const { printFigures } = await import('./report.ts');
  const database = await startBenchDatabase();
  try {
    printFigures(title, await measure(database));
  } finally {
    await database.stop();
  }
}

/** Loaded one by one: what a bench has in memory must not weigh on another. */
const benches: Readonly<Record<string, () => Promise<void>>> = {
  accept: async () => onDatabase('Orders accepted', (await import('./accept.ts')).measureAccept),
  claim: async () => onDatabase('Due work claimed and completed', (await import('./claim.ts')).measureClaim),
  backfill: async () =>
    onDatabase('Orders back-filled', (await import('./backfill/measure-backfill.ts')).measureBackfill),
  decide: async () => onDatabase('Orders decided', (await import('./decide.ts')).measureDecide),
  send: async () => onDatabase('Mails sent', (await import('./send.ts')).measureSend),
  clv: async () => (await import('./clv/measure-clv.ts')).measureClv(),
};

/** `npm run bench [name …]` */
const wanted = process.argv.slice(2);
for (const name of wanted.length > 0 ? wanted : Object.keys(benches)) {
  const bench = benches[name];
  if (bench === undefined) {
    process.stderr.write(`There is no bench ${name}. There are: ${Object.keys(benches).join(', ')}.\n`);
    process.exit(2);
  }
  await bench();
}
