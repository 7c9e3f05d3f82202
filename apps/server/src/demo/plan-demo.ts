import { dayMs, plus, type Instant } from '@regulars/core/shared';
import type { DemoPlan } from './demo-state.ts';

/** How much of the simulated time is lived rather than imported. */
export const livedDays = 35;
const historyDays = 730;
/** So far people go on buying by themselves when one moves the clock on. */
const futureDays = 120;

export type DemoSize = Pick<DemoPlan, 'seed' | 'stores' | 'customersPerStore'>;

export const defaultDemoSize: DemoSize = { seed: 1, stores: 3, customersPerStore: 300 };

/** What a demo that is made now simulates: two years of history, the last weeks to be lived, and a future to move into. */
export function planDemo(size: DemoSize, now: Instant): DemoPlan {
  const livesFrom = plus(now, -livedDays * dayMs);
  return { ...size, livesFrom, beginsAt: plus(livesFrom, -historyDays * dayMs), endsAt: plus(now, futureDays * dayMs) };
}
