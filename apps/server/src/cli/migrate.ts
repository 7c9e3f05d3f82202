import { Command } from 'commander';
import { readConfig } from '../config.ts';
import { migrate } from '../foundation/database/migrate.ts';
import { startEmbeddedPostgres } from '../foundation/embedded-postgres/start-embedded-postgres.ts';
import { print, type PrintOptions } from './print.ts';

export function migrateCommand(): Command {
  return new Command('migrate')
    .description('Bring the database to this version (the server does it by itself at its start)')
    .option('--json', 'print one JSON document')
    .action(async (options: PrintOptions) => {
      const config = readConfig();
      const embedded =
        config.databaseUrl === null
          ? await startEmbeddedPostgres({ dataDir: config.dataDir, log: () => undefined })
          : null;
      try {
        const report = await migrate(config.databaseUrl ?? embedded?.connectionString ?? '');
        print(
          report,
          () => [
            report.applied.length === 0 ? 'The database fits this version.' : `Applied: ${report.applied.join(', ')}`,
          ],
          options,
        );
      } finally {
        await embedded?.stop();
      }
    });
}
