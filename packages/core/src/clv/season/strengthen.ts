import { retailCalendar } from './retail-calendar.ts';
import type { SeasonFit } from './season-fit.ts';

/** The index of a season in which the usual calendar of retail shows stronger by `strength`, or weaker. Its mean is 1. */
export function strengthen({ index }: Pick<SeasonFit, 'index'>, strength: number): Pick<SeasonFit, 'index'> {
  const changed = index.map((value, week) => value * Math.exp(strength * (retailCalendar[week] ?? 0)));
  const mean = changed.reduce((sum, value) => sum + value, 0) / changed.length;
  return { index: changed.map((value) => value / mean) };
}
