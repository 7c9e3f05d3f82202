import { daysPerUnit, daysPerYear, type TimeUnit } from '../time-unit.ts';
import type { SeasonFit } from './season-fit.ts';

/**
 * The store's own time, which runs fast when much is bought. In it customers buy at a steady rate, so that models need to
 * know of no season.
 */
export interface OperationalTime {
  /** Days since 1970-01-01, parts of days too, to operational time in the histories' unit. Strictly ascending. */
  at(day: number): number;
}

/** Operational days are rounded to this, so that many customers keep having the same times, and are counted together. */
const grain = 1 / 8;

/**
 * @param season null where time simply passes.
 * @example
 * ```ts
 * const { at } = createOperationalTime(null, 'week');
 * at(21) - at(0); // 3
 * ```
 */
export function createOperationalTime(season: Pick<SeasonFit, 'index'> | null, unit: TimeUnit): OperationalTime {
  const scale = daysPerUnit[unit];
  if (season === null) return { at: (day) => day / scale };
  const { index } = season;
  const weekDays = daysPerYear / index.length;
  const passed = accumulate(index, weekDays);
  return {
    at(day) {
      const year = Math.floor(day / daysPerYear);
      const intoYear = day - year * daysPerYear;
      const week = Math.min(index.length - 1, Math.floor(intoYear / weekDays));
      const days = year * daysPerYear + passed[week]! + (intoYear - week * weekDays) * index[week]!;
      return (Math.round(days / grain) * grain) / scale;
    },
  };
}

/** Operational days from the beginning of the year to that of each week; the index has mean 1, so a year is a year. */
function accumulate(index: readonly number[], weekDays: number): Float64Array {
  const passed = new Float64Array(index.length);
  for (let week = 1; week < index.length; week += 1) passed[week] = passed[week - 1]! + index[week - 1]! * weekDays;
  return passed;
}
