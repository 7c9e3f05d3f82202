import { runLanes, type RunningLanes } from '../../foundation/lanes/run-lanes.ts';
import type { DemoGround } from '../demo-ground.ts';
import type { Life } from './life.ts';

/** What goes on by itself while nobody moves the clock: the lanes, and people who look into their inboxes. */
export interface Pulse {
  goOn(life: Life): void;
  /** Lets everybody finish what they are at. */
  rest(): Promise<void>;
  /** Null while it rests. */
  runningLanes(): RunningLanes | null;
}

const tickMs = 2_000;

export function createPulse({ database, directory, rooms, nudges, log, config }: DemoGround): Pulse {
  let lanes: RunningLanes | null = null;
  let ticker: NodeJS.Timeout | null = null;
  let ticking: Promise<void> = Promise.resolve();

  const tick = async (life: Life) => {
    if (ticker === null) return;
    try {
      await life.catchUp(await database.withDirectory(async (_tx, now) => now));
    } catch (error) {
      log.error({ err: error }, 'the people of the demo were disturbed and go on in a moment');
    }
  };

  return {
    runningLanes: () => lanes,
    goOn: (life) => {
      lanes = runLanes({
        database,
        storeIds: directory.storeIds,
        lanes: rooms.lanes,
        nudges,
        log,
        pollMs: config.pollMs,
      });
      ticker = setInterval(() => {
        ticking = ticking.then(() => tick(life));
      }, tickMs);
    },
    rest: async () => {
      if (ticker !== null) clearInterval(ticker);
      ticker = null;
      await ticking;
      await lanes?.stop();
      lanes = null;
    },
  };
}
