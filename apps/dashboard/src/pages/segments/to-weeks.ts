import type { MovementDay } from '../../api/segments.ts';

const dayMs = 86_400_000;
const daysAWeek = 7;

export interface MovementWeek {
  /** The first of its seven days: `2026-01-31`. */
  readonly firstDay: string;
  readonly entered: number;
  readonly left: number;
}

/**
 * The last weeks, each of seven days, the last of which ends today; weeks without movement too. Only what happened to
 * customers counts, time's passing included, not whom a changed rule or another model moved.
 *
 * @param today the store's own day
 */
export function toWeeks(days: readonly MovementDay[], today: string, weekCount: number): readonly MovementWeek[] {
  const todayMs = Date.parse(today);
  const weeks = Array.from({ length: weekCount }, (_, index) => {
    const agoDays = (weekCount - index) * daysAWeek - 1;
    return { firstDay: new Date(todayMs - agoDays * dayMs).toISOString().slice(0, 10), entered: 0, left: 0 };
  });
  for (const { day, cause, entered, left } of days) {
    const agoDays = Math.round((todayMs - Date.parse(day)) / dayMs);
    const week = weeks[weekCount - 1 - Math.floor(agoDays / daysAWeek)];
    if (cause === 'ruleChanged' || cause === 'modelChanged' || agoDays < 0 || week === undefined) continue;
    week.entered += entered;
    week.left += left;
  }
  return weeks;
}
