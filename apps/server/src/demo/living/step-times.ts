import { dayMs, hourMs, minuteMs, plus, type Instant } from '@regulars/core/shared';

/** The last days before the end are lived closely, because one looks at them closely; what lies further back in longer steps. */
const paces = [
  { withinMs: 2 * hourMs, stepMs: 15 * minuteMs },
  { withinMs: 2 * dayMs, stepMs: hourMs },
  { withinMs: 7 * dayMs, stepMs: 3 * hourMs },
] as const;
const longestStepMs = 6 * hourMs;

/**
 * The moments at which the clock stops on its way from `from` (left out) to `until` (the last one). The further from the
 * end, the longer the steps, so that a month takes seconds and the hour one looks at is told minute by minute.
 */
export function stepTimes(from: Instant, until: Instant): readonly Instant[] {
  const times: Instant[] = [];
  for (let at = from; at < until;) {
    const leftMs = until - at;
    const stepMs = paces.find(({ withinMs }) => leftMs <= withinMs)?.stepMs ?? longestStepMs;
    at = plus(at, Math.min(stepMs, leftMs));
    times.push(at);
  }
  return times;
}
