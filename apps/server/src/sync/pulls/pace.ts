import { minuteMs, secondMs, type Instant } from '@regulars/core/shared';
import type { PaceMark } from './pull.ts';

const everyMs = 5 * secondMs;
const windowMs = minuteMs;
/** Less than this tells more of chance than of pace. */
const leastMs = 2 * secondMs;

/** The marks of the last minute, with this moment when the last one is old enough. */
export function notePace(marks: readonly PaceMark[], now: Instant, done: number): readonly PaceMark[] {
  const recent = marks.filter(([at]) => now - at <= windowMs);
  const last = recent.at(-1);
  return last !== undefined && now - last[0] < everyMs ? recent : [...recent, [now, done]];
}

/**
 * How many a second over about the last minute; null where nothing was read lately, or too little to tell.
 *
 * @example
 * ```ts
 * toPerSecond([[toInstant(0), 100]], toInstant(10_000), 300); // 20
 * ```
 */
export function toPerSecond(marks: readonly PaceMark[], now: Instant, done: number): number | null {
  const first = marks.find(([at]) => now - at <= 2 * windowMs);
  if (first === undefined || now - first[0] < leastMs) return null;
  return ((done - first[1]) / (now - first[0])) * secondMs;
}
