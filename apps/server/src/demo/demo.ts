import { dayMs, fail, ok, plus, type Instant, type Result } from '@regulars/core/shared';
import { simulateAgency } from '@regulars/simulator';
import type { RunningLanes } from '../foundation/lanes/run-lanes.ts';
import type { DemoGround } from './demo-ground.ts';
import { getDemoState, updateDemoState } from './demo-state.ts';
import type { DemoStore } from './demo-store.ts';
import { livedDays } from './plan-demo.ts';
import { createLife, type Life } from './living/life.ts';
import { createPulse } from './living/pulse.ts';
import { stepTimes } from './living/step-times.ts';
import { createProgressMeter, type Progress, type ProgressMeter } from './progress.ts';
import { bringHistoryIn } from './seeding/bring-history-in.ts';
import { createDemoStores } from './seeding/create-demo-stores.ts';

export interface DemoStanding {
  readonly now: Instant;
  /** Null once the demo can be used. */
  readonly seeding: Progress | null;
  /** Null while the clock goes at its own pace. */
  readonly moving: Progress | null;
  /** The last move of the clock broke off; what was to happen up to `now` has happened. */
  readonly hasMoveFailed: boolean;
}

export interface Demo {
  standing(): Promise<DemoStanding>;
  /** The stores as far as they are there. */
  stores(): readonly DemoStore[];
  /** Fills a new demo, or goes on where it was left; resolves when it can be used, or was stopped. */
  start(): Promise<void>;
  /** Begins to move the clock; refused while it moves and while the demo is being filled. */
  forward(byMs: number): Promise<Result<{ readonly until: Instant }, 'demo.busy' | 'demo.not_ready'>>;
  runningLanes(): RunningLanes | null;
  stop(): Promise<void>;
}

/** Whoever got a mail longer ago than this does nothing about it any more. */
const memoryMs = 60 * dayMs;
const unbegun: Progress = { phase: 'history', done: 0, total: 0, perSecond: 0, remainingMs: null };

/**
 * The demo as it lives: filled once, then one clock, one life, and the lanes running in between.
 *
 * @param wallClockMs milliseconds since the epoch, by the machine.
 */
export function createDemo(ground: DemoGround, wallClockMs: () => number): Demo {
  const { database, clock, log } = ground;
  const pulse = createPulse(ground);
  let stores: readonly DemoStore[] = [];
  let life: Life | null = null;
  let meter: ProgressMeter | null = null;
  let isSeeding = true;
  let isStopping = false;
  let hasMoveFailed = false;
  let work: Promise<void> | null = null;

  const readNow = () => database.withDirectory(async (_tx, now) => now);

  const live = async (living: Life, until: Instant, phase: 'living' | 'moving') => {
    const from = living.livedUntil();
    const stops = stepTimes(from, until).length;
    const progress = createProgressMeter(phase, (until - from) / dayMs, stops, () => performance.now());
    meter = progress;
    await living.liveUntil(until, (livedMs) => {
      progress.advance(livedMs / dayMs, 1);
      return !isStopping;
    });
  };

  const fill = async () => {
    const state = await database.withDirectory(getDemoState);
    const { beginsAt, livesFrom, endsAt, livedUntil } = state;
    clock.shiftMs = state.isHistoryIn ? state.clockShiftMs : livesFrom - wallClockMs();
    const madeAt = plus(livesFrom, livedDays * dayMs);
    const agency = simulateAgency({ ...state, from: beginsAt, until: madeAt, continueUntil: endsAt });
    stores = await createDemoStores(ground, agency);
    if (!state.isHistoryIn) await bringHistoryIn(ground, stores, livesFrom, (begun) => (meter = begun));
    if (isStopping) return;
    life = await createLife(
      ground,
      stores,
      {
        livedUntil,
        remembersFrom: plus(livedUntil, -memoryMs),
      },
      wallClockMs,
    );
    // A new demo is lived up to the day it was made; one that was closed goes on from where its clock stands by now.
    await live(life, state.isSeeded ? await readNow() : madeAt, 'living');
    if (isStopping) return;
    await database.withDirectory((tx) => updateDemoState(tx, { isSeeded: true }));
    meter = null;
    isSeeding = false;
    pulse.goOn(life);
  };

  const move = async (living: Life, byMs: number) => {
    await pulse.rest();
    try {
      await live(living, plus(await readNow(), byMs), 'moving');
      hasMoveFailed = false;
    } catch (error) {
      hasMoveFailed = true;
      log.error({ err: error }, 'the demo’s clock stopped on its way');
    }
    meter = null;
    work = null;
    if (!isStopping) pulse.goOn(living);
  };

  return {
    stores: () => stores,
    runningLanes: pulse.runningLanes,
    standing: async () => ({
      now: await readNow(),
      seeding: isSeeding ? (meter?.read() ?? unbegun) : null,
      moving: isSeeding ? null : (meter?.read() ?? null),
      hasMoveFailed,
    }),
    start: () => {
      work = fill().finally(() => (work = null));
      return work;
    },
    forward: async (byMs) => {
      if (life === null || isSeeding) return fail('demo.not_ready');
      if (work !== null) return fail('demo.busy');
      work = move(life, byMs);
      return ok({ until: plus(await readNow(), byMs) });
    },
    stop: async () => {
      isStopping = true;
      await work?.catch(() => undefined);
      await pulse.rest();
    },
  };
}
