import type { DailyPurchases } from '@regulars/core/clv/histories';
import { toIsoDate } from './cells/calendar.ts';
import { formatCount } from './output/format-count.ts';

/** A day of the file, and the first line that has it. */
export interface LocatedDay {
  readonly day: number;
  readonly line: number;
}

/** Of fewer days nobody can say what a usual gap is. */
const fewestDays = 8;
const shortestGapDays = 60;
const timesLongestGap = 5;

/**
 * Warns of a last day that lies so far behind the one before it that it may be a typing mistake, such as 2099 for 2009:
 * it would make all customers look long gone.
 *
 * @param latest the latest day of the file, to name its line.
 */
export function warnOfStrayEnd({ fromDay, purchases }: DailyPurchases, latest: LocatedDay): string | null {
  const places = Array.from(purchases.keys()).filter((place) => (purchases[place] ?? 0) > 0);
  const [last, before] = [places.at(-1), places.at(-2)];
  if (last === undefined || before === undefined || places.length < fewestDays) return null;
  const gapDays = last - before;
  if (gapDays < Math.max(shortestGapDays, timesLongestGap * longestGap(places.slice(0, -1)))) return null;
  const day = fromDay + last;
  const line = latest.day === day ? ` (line ${latest.line})` : '';
  return `The last day, ${toIsoDate(day)}${line}, comes ${formatCount(gapDays)} days after the one before it. If that is a mistake, correct it, or look no further than the day before: --observation-end ${toIsoDate(fromDay + before)}`;
}

function longestGap(places: readonly number[]): number {
  return places.reduce((longest, place, index) => Math.max(longest, place - (places[index - 1] ?? place)), 0);
}
