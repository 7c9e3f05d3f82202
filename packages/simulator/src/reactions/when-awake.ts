import { hourMs, plus, toLocalTime, type Instant } from '@regulars/core/shared';

const bedHour = 23;
const sleepHours = 8;
/** Whoever went to bed first sees to their mail first; all have by half past nine. */
const morningHours = 2.5;

/** When somebody does what they would have done at `at`, had they not slept: in the morning, by the store's clock. */
export function whenAwake(at: Instant, timeZone: string): Instant {
  const hour = toLocalTime(at, timeZone).minuteOfDay / 60;
  const sleptHours = (hour - bedHour + 24) % 24;
  if (sleptHours >= sleepHours) return at;
  const wakesInHours = sleepHours - sleptHours + (morningHours * sleptHours) / sleepHours;
  return plus(at, wakesInHours * hourMs);
}
