import { Command } from 'commander';
import { z } from 'zod';
import { connectionSyncAnswer } from '../../sync/answers.ts';
import { readSync } from '../../sync/read-sync.ts';
import { withInstance, type CommandContext } from '../command-context.ts';
import { CommandFailure } from '../command-failure.ts';
import { findStoreOrFail } from '../find-store-or-fail.ts';
import { print } from '../print.ts';
import { addCheckingCommands } from './checking-commands.ts';
import { describeSync } from './describe-sync.ts';
import { watchPulls } from './follow-pulls.ts';
import { findConnectionOrFail, type SyncOptions } from './known-connection.ts';
import { addReadingCommands } from './reading-commands.ts';
import { addSyncOptions } from './sync-options.ts';

interface StatusOptions extends SyncOptions {
  readonly watch?: true;
}

export function syncCommand(): Command {
  const command = new Command('sync').description(
    'Whether what a store’s platform has is here, and how to bring it here',
  );
  addSyncOptions(command.command('status'))
    .description('How each platform stands: what was read, its webhooks, orders here and there')
    .option('--watch', 'show how far the reading is until it ends')
    .action((options: StatusOptions) => withInstance((context) => showStatus(context, options)));
  addReadingCommands(command);
  addCheckingCommands(command);
  return command;
}

async function showStatus(context: CommandContext, options: StatusOptions): Promise<void> {
  if (options.watch === true) await watchPulls(context, (await findConnectionOrFail(context, options)).known);
  const store = await findStoreOrFail(context.database, options.store);
  const all = await readSync(context, store.id);
  const wanted = all.filter(
    ({ connectionId }) => options.connection === undefined || connectionId === options.connection,
  );
  if (wanted.length === 0)
    throw new CommandFailure(
      all.length === 0
        ? 'The store is not connected to a platform.'
        : 'The store has no such connection to a platform.',
    );
  print(
    wanted.map((sync) => z.encode(connectionSyncAnswer, sync)),
    () => wanted.flatMap(describeSync),
    options,
  );
}
