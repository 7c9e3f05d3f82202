import { setTimeout as wait } from 'node:timers/promises';
import { runLanes } from '../../foundation/lanes/run-lanes.ts';
import type { ConnectionSync } from '../../sync/answers.ts';
import type { CommandContext } from '../command-context.ts';
import { readConnection, type KnownConnection } from './known-connection.ts';
import { createPullBar } from './pull-bar.ts';

type Pull = ConnectionSync['pulls'][number];

const lookMs = 300;

/** Shows how far what is being read of a connection is, until nothing is under way any more. */
export async function watchPulls(context: CommandContext, known: KnownConnection): Promise<ConnectionSync> {
  const bar = createPullBar(process.stderr);
  try {
    for (;;) {
      const sync = await readConnection(context, known);
      const pulls = listReadings(sync);
      bar.show(pulls);
      if (!pulls.some(({ state }) => state === 'running' || state === 'waiting')) return sync;
      await wait(lookMs);
    }
  } finally {
    bar.stop();
  }
}

/**
 * The same, and reads along: so that it comes to its end when no server runs, too. Where one does, each page is read by one of
 * the two.
 */
export async function followPulls(context: CommandContext, known: KnownConnection): Promise<ConnectionSync> {
  const { database, nudges, log, config, rooms } = context;
  const lanes = runLanes({
    database,
    storeIds: async () => [known.storeId],
    lanes: rooms.lanes.filter(({ name }) => name.startsWith('sync.pull')),
    nudges,
    log,
    pollMs: config.pollMs,
  });
  try {
    return await watchPulls(context, known);
  } finally {
    await lanes.stop();
  }
}

/** What somebody asked to be read; what changed lately is read all the time, and nobody waits for that. */
export function listReadings({ pulls }: ConnectionSync): readonly Pull[] {
  return pulls.filter(({ kind }) => kind !== 'reconcile');
}
