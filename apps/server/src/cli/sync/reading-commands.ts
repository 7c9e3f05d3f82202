import type { Command } from 'commander';
import { parseInstant, type Instant } from '@regulars/core/shared';
import { syncErrors } from '../../sync/errors.ts';
import { beginBackfill, pausePull, resumePull } from '../../sync/pulls/change-pulls.ts';
import type { PullId } from '../../sync/pulls/pull.ts';
import type { CommandContext } from '../command-context.ts';
import { withInstance } from '../command-context.ts';
import { CommandFailure } from '../command-failure.ts';
import { followPulls, listReadings } from './follow-pulls.ts';
import { findConnectionOrFail, readConnection, type KnownConnection, type SyncOptions } from './known-connection.ts';
import { printSync } from './print-sync.ts';
import { addSyncOptions } from './sync-options.ts';

interface ReadingOptions extends SyncOptions {
  readonly since?: string;
  readonly wait: boolean;
}

/** `backfill`, `pause` and `resume`. */
export function addReadingCommands(command: Command): void {
  addSyncOptions(command.command('backfill'))
    .description('Read what the platform has from before it was connected, and show how far it is')
    .option('--since <time>', 'only what changed then or later, e.g. 2026-01-01; all there is when left out')
    .option('--no-wait', 'plan it only; a server reads')
    .action((options: ReadingOptions) => withInstance((context) => backfill(context, options)));
  addSyncOptions(command.command('pause'))
    .description('Stop reading after the page in hand; what was read is kept')
    .action((options: SyncOptions) => withInstance((context) => pause(context, options)));
  addSyncOptions(command.command('resume'))
    .description('Go on with what was paused or has failed, from where it stopped')
    .option('--no-wait', 'plan it only; a server reads')
    .action((options: ReadingOptions) => withInstance((context) => resume(context, options)));
}

async function backfill(context: CommandContext, options: ReadingOptions): Promise<void> {
  const updatedFrom = options.since === undefined ? null : parseSince(options.since);
  const { known, sync } = await findConnectionOrFail(context, options);
  if (!sync.canPull) throw new CommandFailure(syncErrors['pull.not_offered'].title);
  const begun = await beginBackfill(context.database, known.storeId, {
    connectionId: known.connectionId,
    updatedFrom,
  });
  // One that is under way, since it begins by itself with the connection, is followed to its end.
  if (!begun.ok && (updatedFrom !== null || begun.failure !== 'pull.already_running'))
    throw new CommandFailure(syncErrors[begun.failure].title);
  await showOutcome(context, known, options);
}

async function pause(context: CommandContext, options: SyncOptions): Promise<void> {
  const { known, sync } = await findConnectionOrFail(context, options);
  const moving = listReadings(sync).filter(({ state }) => state === 'running' || state === 'waiting');
  if (moving.length === 0) throw new CommandFailure('Nothing is being read of this connection.');
  for (const { id } of moving) {
    const paused = await pausePull(context.database, known.storeId, id as PullId);
    // It may have come to its end in this moment.
    if (!paused.ok && paused.failure !== 'pull.not_pausable')
      throw new CommandFailure(syncErrors[paused.failure].title);
  }
  printSync(await readConnection(context, known), options);
}

async function resume(context: CommandContext, options: ReadingOptions): Promise<void> {
  const { known, sync } = await findConnectionOrFail(context, options);
  const stopped = listReadings(sync).filter(({ state }) => state === 'paused' || state === 'failed');
  if (stopped.length === 0) throw new CommandFailure('Nothing of this connection is paused or has failed.');
  for (const { id } of stopped) {
    const resumed = await resumePull(context.database, known.storeId, id as PullId);
    if (!resumed.ok) throw new CommandFailure(syncErrors[resumed.failure].title);
  }
  await showOutcome(context, known, options);
}

async function showOutcome(context: CommandContext, known: KnownConnection, options: ReadingOptions): Promise<void> {
  context.nudges.nudge('sync.pull');
  const sync = await (options.wait ? followPulls : readConnection)(context, known);
  printSync(sync, options);
  if (listReadings(sync).some(({ state }) => state === 'failed' || (options.wait && state === 'paused')))
    process.exitCode = 1;
}

function parseSince(text: string): Instant {
  const since = parseInstant(/^\d{4}-\d{2}-\d{2}$/.test(text) ? `${text}T00:00:00Z` : text);
  if (since === null) throw new CommandFailure('--since is a day or a time, e.g. 2026-01-01 or 2026-01-01T00:00:00Z.');
  return since;
}
