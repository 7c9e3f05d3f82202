import type { Instant } from '@regulars/core/shared';
import type { Happening } from '@regulars/simulator';
import type { DemoGround } from '../demo-ground.ts';
import { updateDemoState } from '../demo-state.ts';
import type { DemoStore } from '../demo-store.ts';
import { tellOrders } from '../shop/tell-orders.ts';
import { createPeople, type People } from './people.ts';
import { settle } from './settle.ts';
import { stepTimes } from './step-times.ts';

/** The life of the demo: people buy, mails go, people react. One caller at a time. */
export interface Life {
  readonly livedUntil: () => Instant;
  /** Lets everything that people do happen up to now, by the clock as it stands; the lanes run elsewhere. */
  catchUp(now: Instant): Promise<void>;
  /** Moves the clock to `until` step by step, each with everything that follows from it, as long as `onStep` says to go on. */
  liveUntil(until: Instant, onStep: (livedMs: number) => boolean): Promise<void>;
}

/**
 * @param livedUntil everything that people do up to then has been done.
 * @param wallClockMs milliseconds since the epoch, by the machine.
 */
export async function createLife(
  ground: DemoGround,
  stores: readonly DemoStore[],
  start: { readonly livedUntil: Instant; readonly remembersFrom: Instant },
  wallClockMs: () => number,
): Promise<Life> {
  const { database, clock, rooms } = ground;
  const storeIds = stores.map(({ store }) => store.id);
  const lives = stores.map((demoStore) => ({ demoStore, people: createPeople(ground, demoStore) }));
  let { livedUntil } = start;
  for (const { people } of lives) await people.readMail(start.remembersFrom);

  const liveOneStep = async (now: Instant, reactsAtOnce: boolean) => {
    await Promise.all(lives.map((life) => act(ground, life, livedUntil, now)));
    const handled = reactsAtOnce ? await settle({ database, lanes: rooms.lanes }, storeIds) : null;
    if (handled === null || handled.has('delivery.send')) {
      await Promise.all(lives.map(({ people }) => people.readMail(livedUntil)));
    }
    livedUntil = now;
    await database.withDirectory((tx) => updateDemoState(tx, { livedUntil: now, clockShiftMs: clock.shiftMs }));
  };

  return {
    livedUntil: () => livedUntil,
    catchUp: (now) => liveOneStep(now, false),
    liveUntil: async (until, onStep) => {
      for (const at of stepTimes(livedUntil, until)) {
        const before = livedUntil;
        clock.shiftMs = at - wallClockMs();
        await liveOneStep(at, true);
        if (!onStep(at - before)) return;
      }
    },
  };
}

async function act(
  ground: DemoGround,
  { demoStore, people }: { readonly demoStore: DemoStore; readonly people: People },
  since: Instant,
  until: Instant,
): Promise<void> {
  const happenings = between(demoStore.simulated.happenings, since, until);
  await tellOrders(
    ground,
    demoStore,
    happenings.map(({ order }) => order),
  );
  await people.act(since, until);
}

/** What happens after `since`, up to `until`; happenings come in order. */
function between(happenings: readonly Happening[], since: Instant, until: Instant): readonly Happening[] {
  const first = firstAfter(happenings, since);
  return happenings.slice(first, firstAfter(happenings, until));
}

function firstAfter(happenings: readonly Happening[], instant: Instant): number {
  let low = 0;
  let high = happenings.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((happenings[middle]?.at ?? 0) <= instant) low = middle + 1;
    else high = middle;
  }
  return low;
}

