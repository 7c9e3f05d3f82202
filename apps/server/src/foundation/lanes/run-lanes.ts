import type { Logger } from 'pino';
import type { StoreId } from '@regulars/core/shared';
import type { Database } from '../database/database.ts';
import type { Nudges } from '../nudges/nudges.ts';
import type { Lane } from './lane.ts';
import { createStoreRests, type StoreRests } from './store-rests.ts';

export interface RunLanesOptions {
  readonly database: Database;
  /** All stores of the instance. */
  readonly storeIds: () => Promise<readonly StoreId[]>;
  readonly lanes: readonly Lane[];
  readonly nudges: Nudges;
  readonly log: Logger;
  /** How long a lane that found nothing waits for a nudge before it looks again: the price of a lost nudge. */
  readonly pollMs: number;
}

export interface RunningLanes {
  /** Lanes that finished neither a look for work nor a batch for longer than they may. */
  stuck(): readonly string[];
  /** Where a store's batches fail, and how often in a row. */
  failing(): readonly FailingStore[];
  /** Lets each lane finish the batch it is in. */
  stop(): Promise<void>;
}

export interface FailingStore {
  readonly lane: string;
  readonly storeId: StoreId;
  readonly failures: number;
}

const backoffMs = { first: 250, most: 10_000 };
const stuckAfterMs = 120_000;

/**
 * Runs every lane until stopped: look for stores with due work, one batch for each in turn, and again;
 * when there is nothing, wait for a nudge. A batch that fails is logged and tried again after a pause that grows; the
 * other stores have their turn meanwhile.
 */
export function runLanes({ database, storeIds, lanes, nudges, log, pollMs }: RunLanesOptions): RunningLanes {
  const movedAtMs = new Map(lanes.map(({ name }) => [name, performance.now()]));
  const tracked = lanes.map((lane) => ({ lane, resting: createStoreRests() }));
  const wakers = new Set<() => void>();
  const stopping = new AbortController();

  const wakeAll = () => {
    for (const wake of wakers) wake();
  };
  nudges.listen(wakeAll);

  const rest = (ms: number) =>
    new Promise<void>((resolve) => {
      const finish = () => {
        clearTimeout(timer);
        wakers.delete(finish);
        resolve();
      };
      const timer = setTimeout(finish, ms);
      wakers.add(finish);
    });

  const workFor = async (lane: Lane, storeId: StoreId, resting: StoreRests): Promise<number> => {
    try {
      const done = await lane.work(storeId, stopping.signal);
      resting.noteSuccess(storeId);
      movedAtMs.set(lane.name, performance.now());
      return done;
    } catch (error) {
      const failures = resting.noteFailure(storeId, performance.now());
      log.error({ lane: lane.name, storeId, failures, err: error }, 'a batch failed and will be tried again');
      return 0;
    }
  };

  const round = async (lane: Lane, resting: StoreRests): Promise<number> => {
    const all = await storeIds();
    const due = all.length === 0 ? [] : await database.withStores(all, (tx) => lane.listDueStores(tx));
    let done = 0;
    for (const storeId of due) {
      if (stopping.signal.aborted) break;
      if (!resting.isResting(storeId, performance.now())) done += await workFor(lane, storeId, resting);
    }
    return done;
  };

  const run = async (lane: Lane, resting: StoreRests) => {
    let failures = 0;
    while (!stopping.signal.aborted) {
      // Taken before the look, so that a nudge during the look is not lost.
      let nudged = false;
      const notice = () => {
        nudged = true;
      };
      wakers.add(notice);
      try {
        const done = await round(lane, resting);
        failures = 0;
        movedAtMs.set(lane.name, performance.now());
        if (done > 0) {
          // What was just written may be work for any other lane, here or in another process.
          nudges.nudge(lane.name);
          continue;
        }
        wakers.delete(notice);
        // A store that failed is due again when its rest ends, not only at the next look.
        if (!nudged) await rest(resting.failures().size > 0 ? Math.min(pollMs, backoffMs.first) : pollMs);
      } catch (error) {
        failures += 1;
        log.error({ lane: lane.name, failures, err: error }, 'a look for work failed and will be tried again');
        await rest(Math.min(backoffMs.most, backoffMs.first * 2 ** (failures - 1)));
      } finally {
        wakers.delete(notice);
      }
    }
  };

  const running = tracked.map(({ lane, resting }) => run(lane, resting));
  return {
    stuck: () =>
      lanes
        .filter(({ name, longestWaitMs = 0 }) => {
          const stillMs = performance.now() - (movedAtMs.get(name) ?? 0);
          return stillMs > stuckAfterMs + longestWaitMs;
        })
        .map(({ name }) => name),
    failing: () =>
      tracked.flatMap(({ lane, resting }) =>
        [...resting.failures()].map(([storeId, failures]) => ({ lane: lane.name, storeId, failures })),
      ),
    stop: async () => {
      stopping.abort();
      wakeAll();
      await Promise.all(running);
    },
  };
}
