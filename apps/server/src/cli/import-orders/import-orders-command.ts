import { Command } from 'commander';
import type { StoreId } from '@regulars/core/shared';
import type { ImportTarget } from '../../customers/door.ts';
import type { Database } from '../../foundation/database/database.ts';
import { listConnections } from '../../stores/repository.ts';
import { withInstance } from '../command-context.ts';
import { CommandFailure } from '../command-failure.ts';
import { findStoreOrFail } from '../find-store-or-fail.ts';
import { print, type PrintOptions } from '../print.ts';
import { chooseTarget, type ImportOrigin } from './choose-target.ts';
import { importOrderFile } from './import-orders.ts';

interface ImportOptions extends PrintOptions {
  readonly store: string;
  readonly connection?: string;
}

export function importCommand(): Command {
  const command = new Command('import').description('Bring in what happened before Regulars');
  command
    .command('orders')
    .argument('<csv>', 'an order export of Shopify or WooCommerce, or a file in the plain layout')
    .description('Import orders; what cannot be used is kept in <csv>.rejects.csv with the reasons')
    .requiredOption('--store <slug>', 'the store the orders belong to')
    .option('--connection <id>', 'the connection whose ids the file bears, where it is not an export of that platform')
    .option('--json', 'print one JSON document')
    .action((csv: string, options: ImportOptions) =>
      withInstance((context) => importOrdersFrom(context, csv, options)),
    );
  return command;
}

type Context = Parameters<Parameters<typeof withInstance>[0]>[0];

async function importOrdersFrom({ database, nudges }: Context, path: string, options: ImportOptions): Promise<void> {
  const store = await findStoreOrFail(database, options.store);
  const connectionId = options.connection ?? null;
  const report = await importOrderFile(database, {
    path,
    timeZone: store.timeZone,
    targetFor: (layoutId) => findTargetOrFail(database, store.id, { layoutId, connectionId }),
    progressStream: process.stderr,
  });
  if (!report.ok) throw new CommandFailure('The file cannot be imported.', [report.failure]);
  nudges.nudge('customers.import');
  const { layout, imported, updated, unchanged, rejected, rejectsFile } = report.value;
  print(
    { imported, updated, unchanged, rejected, rejectsFile },
    () => [
      `Read ${options.store}'s orders in the layout "${layout}":`,
      `  ${imported} imported, ${updated} updated, ${unchanged} unchanged, ${rejected} rejected.`,
      ...(rejectsFile === null
        ? []
        : [`  The rejected lines and the reasons are in ${rejectsFile}; correct them there and import that file.`]),
    ],
    options,
  );
}

async function findTargetOrFail(database: Database, storeId: StoreId, origin: ImportOrigin): Promise<ImportTarget> {
  const connections = await database.withDirectory((tx) => listConnections(tx, storeId));
  const target = chooseTarget(storeId, connections, origin);
  if (!target.ok) throw new CommandFailure('The file cannot be imported.', [target.failure]);
  return target.value;
}
