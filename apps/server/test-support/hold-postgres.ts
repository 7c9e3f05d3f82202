/** Run as a process of its own by the embedded-postgres tests: starts PostgreSQL, says so, and does as it is told. */
import { startEmbeddedPostgres } from '../src/foundation/embedded-postgres/start-embedded-postgres.ts';

const [dataDir = '', ending = 'hold'] = process.argv.slice(2);
const postgres = await startEmbeddedPostgres({ dataDir, log: () => {} });
process.stdout.write(`${JSON.stringify(postgres)}\n`);
if (ending === 'exit') process.exit(0);
setInterval(() => {}, 60_000);
