import { dayMs, type Instant } from '@regulars/core/shared';
import type { Happening } from '@regulars/simulator';
import type { DemoGround } from '../demo-ground.ts';
import { updateDemoState } from '../demo-state.ts';
import type { DemoStore } from '../demo-store.ts';
import { tellOrders } from '../shop/tell-orders.ts';
import { lanesOfStep, withoutFigures } from './choose-lanes.ts';
import { createPeople } from './people.ts';
import { nearlyAtRest, settle } from './settle.ts';
import { stepTimes } from './step-times.ts';

/** The life of the demo: people buy, mails go, people react. One caller at a time. */
export interface Life {
  readonly livedUntil: () => Instant;
  /** Lets everything that people do happen up to now, by the clock as it stands; the lanes run elsewhere. */
  catchUp(now: Instant): Promise<void>;
  /** Moves the clock to `until` step by step, each with everything that follows from it, as long as `onStep` says to go on. */
  liveUntil(until: Instant, onStep: (livedMs: number) => boolean): Promise<void>;
}

export interface LifeStart {
  /** Everything that people do up to then has been done. */
  readonly livedUntil: Instant;
  /** Mails since then may still be on people's minds. */
  readonly remembersFrom: Instant;
}

/** @param wallClockMs milliseconds since the epoch, by the machine. */
export async function createLife(
  ground: DemoGround,
  stores: readonly DemoStore[],
  start: LifeStart,
  wallClockMs: () => number,
): Promise<Life> {
  const { database, clock, rooms } = ground;
  const storeIds = stores.map(({ store }) => store.id);
  const peoples = stores.map((demoStore) => createPeople(ground, demoStore));
  const livingLanes = withoutFigures(rooms.lanes);
  let { livedUntil } = start;
  for (const people of peoples) await people.readMail(start.remembersFrom);

  const act = async (until: Instant, beforeEach: (at: Instant) => void) => {
    const plans = peoples.flatMap(({ agenda }) => agenda.listDue(livedUntil, until).map((plan) => ({ plan, agenda })));
    for (const { plan, agenda } of plans.toSorted((a, b) => a.plan.at - b.plan.at)) {
      beforeEach(plan.at);
      await plan.act();
      // Only now: what broke off is still to be done.
      agenda.strike(plan);
    }
    beforeEach(until);
    await Promise.all(
      stores.map((demoStore) => {
        const happenings = between(demoStore.simulated.happenings, livedUntil, until);
        return tellOrders(
          ground,
          demoStore,
          happenings.map(({ order }) => order),
        );
      }),
    );
  };
  const readMail = () => Promise.all(peoples.map((people) => people.readMail(livedUntil)));
  const remember = async (now: Instant) => {
    livedUntil = now;
    await database.withDirectory((tx) => updateDemoState(tx, { livedUntil: now, clockShiftMs: clock.shiftMs }));
  };

  return {
    livedUntil: () => livedUntil,
    catchUp: async (now) => {
      await act(now, () => undefined);
      await readMail();
      await remember(now);
    },
    liveUntil: async (until, onStep) => {
      const moveTo = (at: Instant) => {
        clock.shiftMs = at - wallClockMs();
      };
      for (const at of stepTimes(livedUntil, until)) {
        const before = livedUntil;
        await act(at, moveTo);
        const lanes = lanesOfStep(livingLanes, (until - at) / dayMs);
        await settle({ database, lanes }, storeIds, nearlyAtRest);
        await readMail();
        await remember(at);
        if (!onStep(at - before)) return;
      }
      await settle({ database, lanes: rooms.lanes }, storeIds);
    },
  };
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
