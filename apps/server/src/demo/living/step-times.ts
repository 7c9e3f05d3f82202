import { dayMs, hourMs, minuteMs, plus, toInstant, type Instant } from '@regulars/core/shared';

/** The minutes of a day, UTC, at which the clock stops: when shops in Europe look into their inboxes. */
const everyHalfHour = Array.from({ length: 48 }, (_, index) => 30 * index);
const everyOtherHour = Array.from({ length: 12 }, (_, index) => 40 + 120 * index);
const fourTimes = [7 * 60 + 10, 10 * 60 + 40, 14 * 60 + 20, 18 * 60 + 30];
const twice = [7 * 60 + 40, 14 * 60 + 20];
const onceADay = [9 * 60 + 10];

/** The last day before the end is lived closely, because one looks at it closely; what lies further back in longer steps. */
const paces = [
  { withinMs: 2 * hourMs, minutes: everyHalfHour },
  { withinMs: dayMs, minutes: everyOtherHour },
  { withinMs: 7 * dayMs, minutes: fourTimes },
  { withinMs: 14 * dayMs, minutes: twice },
] as const;

/**
 * The moments at which the clock stops on its way from `from` (left out) to `until` (the last one). The further from the
 * end, the longer the steps, so that a month takes seconds and the hour one looks at is told minute by minute.
 */
export function stepTimes(from: Instant, until: Instant): readonly Instant[] {
  const times: Instant[] = [];
  for (let at = from; at < until;) {
    const pace = paces.find(({ withinMs }) => until - at <= withinMs);
    at = toInstant(Math.min(until, nextStop(at, pace?.minutes ?? onceADay)));
    times.push(at);
  }
  return times;
}

/** Each day the stops are a minute later: what waits whole days is then due for certain, not by a hair. */
const laterForDays = 29;

function nextStop(after: Instant, minutes: readonly number[]): Instant {
  const today = Math.floor(after / dayMs);
  const stops = [today - 1, today, today + 1].flatMap((day) =>
    minutes.map((minute) => toInstant(day * dayMs + (minute + (day % laterForDays)) * minuteMs)),
  );
  return stops.find((stop) => stop > after) ?? plus(after, dayMs);
}
