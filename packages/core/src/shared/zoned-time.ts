import { dayMs, minuteMs, toInstant, type Instant } from './instant.ts';

/** A date and time of day as a clock on a wall in some zone shows it. `month` counts from 1. */
export interface LocalTime {
  readonly year: number;
  readonly month: number;
  readonly day: number;
  /** 0–1439; on the day of a clock change some values come twice and some never. */
  readonly minuteOfDay: number;
}

const formats = new Map<string, Intl.DateTimeFormat>();

function formatOf(zone: string): Intl.DateTimeFormat {
  const known = formats.get(zone);
  if (known !== undefined) return known;
  const format = new Intl.DateTimeFormat('en-US', {
    timeZone: zone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
    era: 'short',
  });
  formats.set(zone, format);
  return format;
}

/** Local time written as if it were UTC, to the second, in milliseconds. */
function wallMs(instant: number, zone: string): number {
  const fields = { year: 0, month: 1, day: 1, hour: 0, minute: 0, second: 0 };
  for (const part of formatOf(zone).formatToParts(instant)) {
    if (part.type in fields) fields[part.type as keyof typeof fields] = Number(part.value);
  }
  return Date.UTC(fields.year, fields.month - 1, fields.day, fields.hour, fields.minute, fields.second);
}

function offsetMs(instant: number, zone: string): number {
  const wholeSecond = Math.floor(instant / 1_000) * 1_000;
  return wallMs(wholeSecond, zone) - wholeSecond;
}

/** Whether the text names a zone of the IANA time zone database that this runtime knows. An offset such as `+02:00` is none. */
export function isTimeZone(text: string): boolean {
  if (!/^[a-z]/i.test(text)) return false;
  try {
    formatOf(text);
    return true;
  } catch {
    return false;
  }
}

/**
 * What the wall clock in an IANA zone shows at an instant.
 *
 * @throws RangeError when the zone is unknown; ask `isTimeZone` first.
 * @example
 * ```ts
 * toLocalTime(toInstant(0), 'Asia/Tokyo'); // { year: 1970, month: 1, day: 1, minuteOfDay: 540 }
 * ```
 */
export function toLocalTime(instant: Instant, zone: string): LocalTime {
  const wall = new Date(wallMs(instant, zone));
  return {
    year: wall.getUTCFullYear(),
    month: wall.getUTCMonth() + 1,
    day: wall.getUTCDate(),
    minuteOfDay: wall.getUTCHours() * 60 + wall.getUTCMinutes(),
  };
}

/**
 * The instant at which the wall clock in an IANA zone shows a local time. A local time that comes twice means its
 * first coming; one that is skipped by a clock change means the moment of the change. `day` may run over its month.
 *
 * @throws RangeError when the zone is unknown.
 * @example
 * ```ts
 * // 02:30 is skipped in Berlin on 2026-03-29: the clock goes from 02:00 to 03:00.
 * toIsoString(fromLocalTime({ year: 2026, month: 3, day: 29, minuteOfDay: 150 }, 'Europe/Berlin'));
 * // '2026-03-29T01:00:00.000Z'
 * ```
 */
export function fromLocalTime(local: LocalTime, zone: string): Instant {
  const wall = Date.UTC(local.year, local.month - 1, local.day) + local.minuteOfDay * minuteMs;
  const before = offsetMs(wall - dayMs, zone);
  const after = offsetMs(wall + dayMs, zone);
  const first = Math.max(before, after);
  const last = Math.min(before, after);
  for (const offset of [first, last]) {
    if (offsetMs(wall - offset, zone) === offset) return toInstant(wall - offset);
  }
  return toInstant(findChange(wall - first, wall - last, zone));
}

/** The first millisecond after `low`, up to `high`, at which the zone has the offset it has at `high`. */
function findChange(low: number, high: number, zone: string): number {
  const target = offsetMs(high, zone);
  let [unchanged, changed] = [low, high];
  while (changed - unchanged > 1) {
    const middle = Math.floor((unchanged + changed) / 2);
    if (offsetMs(middle, zone) === target) changed = middle;
    else unchanged = middle;
  }
  return changed;
}
