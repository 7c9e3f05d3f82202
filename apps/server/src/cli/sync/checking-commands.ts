import type { Command } from 'commander';
import { createPlatformConnector } from '../../stores/door.ts';
import { checkOrdersNow } from '../../sync/counts/check-orders.ts';
import { isApart, repairOrders } from '../../sync/counts/repair-orders.ts';
import { syncErrors } from '../../sync/errors.ts';
import { checkHooks } from '../../sync/hooks/check-hooks.ts';
import { areAllActive } from '../../sync/hooks/look-at-hooks.ts';
import { withInstance, type CommandContext } from '../command-context.ts';
import { CommandFailure } from '../command-failure.ts';
import { followPulls } from './follow-pulls.ts';
import { findConnectionOrFail, readConnection, type KnownConnection, type SyncOptions } from './known-connection.ts';
import { printSync } from './print-sync.ts';
import { addSyncOptions } from './sync-options.ts';

/** `hooks`, `check` and `repair`. */
export function addCheckingCommands(command: Command): void {
  addSyncOptions(command.command('hooks'))
    .description('Look at the webhooks on the platform, and repair those that do not deliver')
    .action((options: SyncOptions) => withInstance((context) => lookAtHooks(context, options)));
  addSyncOptions(command.command('check'))
    .description('Count the orders here and there, and compare those that changed lately')
    .action((options: SyncOptions) => withInstance((context) => check(context, options)));
  addSyncOptions(command.command('repair'))
    .description('Check, read the orders again that differ, and check once more')
    .action((options: SyncOptions) => withInstance((context) => repair(context, options)));
}

async function lookAtHooks(context: CommandContext, options: SyncOptions): Promise<void> {
  const { known } = await findConnectionOrFail(context, options);
  const deps = {
    ...context,
    publicUrl: context.config.publicUrl,
    allowPrivateNetwork: context.adapterContext.allowPrivateNetwork,
    connectPlatform: createPlatformConnector(context),
  };
  if (!(await checkHooks(deps, known.storeId, known.connectionId)))
    throw new CommandFailure(syncErrors['hooks.not_offered'].title);
  const sync = await readConnection(context, known);
  printSync(sync, options);
  if (sync.hooks === null || sync.hooks.failure !== null || !areAllActive(sync.hooks.topics)) process.exitCode = 1;
}

async function check(context: CommandContext, options: SyncOptions): Promise<void> {
  const { known, sync } = await findConnectionOrFail(context, options);
  if (!sync.canCount) throw new CommandFailure(syncErrors['order_check.not_offered'].title);
  await showCount(context, known, options);
}

async function repair(context: CommandContext, options: SyncOptions): Promise<void> {
  const { known, sync } = await findConnectionOrFail(context, options);
  if (!sync.canCount) throw new CommandFailure(syncErrors['order_check.not_offered'].title);
  if (!sync.canPull) throw new CommandFailure(syncErrors['pull.not_offered'].title);
  const deps = toDeps(context);
  await checkOrdersNow(deps, known);
  if (await repairOrders(deps, known)) await followPulls(context, known);
  await showCount(context, known, options);
}

async function showCount(context: CommandContext, known: KnownConnection, options: SyncOptions): Promise<void> {
  await checkOrdersNow(toDeps(context), known);
  const sync = await readConnection(context, known);
  printSync(sync, options);
  if (sync.count === null || sync.count.failure !== null || isApart(sync.count)) process.exitCode = 1;
}

function toDeps(context: CommandContext) {
  return { database: context.database, connectPlatform: createPlatformConnector(context) };
}
