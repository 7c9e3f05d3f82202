import type { Lane } from '../../foundation/lanes/lane.ts';
import { beginBackfills, listStoresToBackfill } from './begin-backfills.ts';
import { listStoresWithDuePulls } from './due-pulls.ts';
import { longestPageMs } from './read-pages.ts';
import { runPull, type RunPullDeps } from './run-pull.ts';

/** So many stores are read at once by a process; each waits for its platform most of the time. */
const readers = 4;

const goesOn = new AbortController().signal;

/** Begins back-fills of new connections, and reads whatever is due. */
export function createPullLanes(deps: RunPullDeps): readonly Lane[] {
  const readable = deps.adapters.platformAdapters
    .filter(({ capabilities }) => capabilities.pulls === true)
    .map(({ id }) => id);
  return [
    {
      name: 'sync.begin-backfills',
      listDueStores: (tx) => listStoresToBackfill(tx, readable),
      work: (storeId) => beginBackfills(deps.database, storeId, readable),
    },
    ...Array.from({ length: readers }, (_, index) => ({
      name: `sync.pull-${index + 1}`,
      longestWaitMs: longestPageMs,
      listDueStores: listStoresWithDuePulls,
      work: (storeId: Parameters<Lane['work']>[0], stopping: AbortSignal = goesOn) => runPull(deps, storeId, stopping),
    })),
  ];
}
