import type { Logger } from 'pino';
import type { StoreId } from '@regulars/core/shared';
import type { Database } from '../database/database.ts';
import type { Nudges } from '../nudges/nudges.ts';
import type { Lane } from './lane.ts';

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
  /** Per lane: when it last finished a look for work, by the process's monotonic clock. */
  lastLookedAtMs(): ReadonlyMap<string, number>;
  /** Lets each lane finish the batch it is in. */
  stop(): Promise<void>;
}

const backoffMs = { first: 250, most: 10_000 };

/**
 * Runs every lane until stopped: look for stores with due work, one batch for each in turn, and again;
 * when there is nothing, wait for a nudge. A batch that fails is logged and tried again after a pause that grows.
 */
export function runLanes({ database, storeIds, lanes, nudges, log, pollMs }: RunLanesOptions): RunningLanes {
  const lastLooked = new Map<string, number>();
  const wakers = new Set<() => void>();
  let isStopping = false;

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

  const round = async (lane: Lane): Promise<number> => {
    const all = await storeIds();
    const due = all.length === 0 ? [] : await database.withStores(all, (tx) => lane.listDueStores(tx));
    let done = 0;
    for (const storeId of due) {
      if (isStopping) break;
      done += await lane.work(storeId);
    }
    return done;
  };

  const run = async (lane: Lane) => {
    let failures = 0;
    while (!isStopping) {
      // Taken before the look, so that a nudge during the look is not lost.
      let nudged = false;
      const notice = () => {
        nudged = true;
      };
      wakers.add(notice);
      try {
        const done = await round(lane);
        failures = 0;
        lastLooked.set(lane.name, performance.now());
        if (done > 0) {
          // What was just written may be work for any other lane, here or in another process.
          nudges.nudge(lane.name);
          continue;
        }
        wakers.delete(notice);
        if (!nudged) await rest(pollMs);
      } catch (error) {
        failures += 1;
        log.error({ lane: lane.name, failures, err: error }, 'a batch failed and will be tried again');
        await rest(Math.min(backoffMs.most, backoffMs.first * 2 ** (failures - 1)));
      } finally {
        wakers.delete(notice);
      }
    }
  };

  const running = lanes.map(run);
  return {
    lastLookedAtMs: () => lastLooked,
    stop: async () => {
      isStopping = true;
      wakeAll();
      await Promise.all(running);
    },
  };
}
