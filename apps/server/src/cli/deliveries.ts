import { Command } from 'commander';
import { toIsoString } from '@regulars/core/shared';
import { listDeliveries, replayPoison } from '../intake/repository.ts';
import { withInstance } from './command-context.ts';
import { CommandFailure } from './command-failure.ts';
import { findStoreOrFail } from './find-store-or-fail.ts';
import { print, toTable, type PrintOptions } from './print.ts';

interface DeliveriesOptions extends PrintOptions {
  readonly store: string;
  readonly state?: string;
  readonly limit: string;
}

export function deliveriesCommand(): Command {
  const command = new Command('deliveries').description('Webhooks as they came, and those that could not be used');
  command
    .command('list')
    .description('List what arrived, newest first')
    .requiredOption('--store <slug>', 'the store')
    .option('--state <state>', 'received, waiting, processed, ignored or poison')
    .option('--limit <n>', 'how many', '100')
    .option('--json', 'print one JSON document')
    .action((options: DeliveriesOptions) =>
      withInstance(async ({ database }) => {
        const store = await findStoreOrFail(database, options.store);
        const limit = Number(options.limit);
        if (!Number.isInteger(limit) || limit < 1) throw new CommandFailure('--limit is a whole number from 1 on.');
        const rows = await database.withStore(store.id, (tx) =>
          listDeliveries(tx, store.id, { state: options.state ?? null, before: null, limit }),
        );
        const printed = rows.map((row) => ({
          ...row,
          receivedAt: toIsoString(row.receivedAt),
          settledAt: row.settledAt === null ? null : toIsoString(row.settledAt),
        }));
        print(
          printed,
          () =>
            toTable(
              ['RECEIVED', 'TOPIC', 'STATE', 'WHY'],
              printed.map(({ receivedAt, topic, state, reason, message }) => [
                receivedAt,
                topic,
                state,
                message ?? reason ?? '',
              ]),
            ),
          options,
        );
      }),
    );
  command
    .command('replay')
    .argument('[id]', 'one delivery; all that could not be used when left out')
    .description('Try again what could not be used')
    .requiredOption('--store <slug>', 'the store')
    .option('--json', 'print one JSON document')
    .action((id: string | undefined, options: DeliveriesOptions) =>
      withInstance(async ({ database, nudges }) => {
        const store = await findStoreOrFail(database, options.store);
        const replayed = await database.withStore(store.id, (tx) => replayPoison(tx, store.id, id ?? null));
        nudges.nudge('intake.replay');
        print({ replayed }, () => [`${replayed} to be tried again.`], options);
      }),
    );
  return command;
}
