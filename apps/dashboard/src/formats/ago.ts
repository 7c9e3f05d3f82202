const minuteMs = 60_000;
const hourMs = 60 * minuteMs;
const dayMs = 24 * hourMs;
const monthDays = 30;
const yearDays = 365;

/**
 * `3 hours ago`, `in 2 days`, `now`. From a day on it counts days of the calendar in that zone, so that it agrees with a
 * date beside it; in months up to two years, since a year and a half is neither one nor two.
 *
 * @example createAgoFormat('en', 'UTC')('2026-11-20T18:00:00Z', Date.parse('2026-11-22T09:00:00Z')) // '2 days ago'
 */
export function createAgoFormat(locale: string, timeZone: string): (instant: string, nowMs: number) => string {
  const relative = new Intl.RelativeTimeFormat(locale, { numeric: 'auto' });
  // Thirty days ago is not always in the last month of the calendar.
  const counted = new Intl.RelativeTimeFormat(locale, { numeric: 'always' });
  const calendar = new Intl.DateTimeFormat('en', { timeZone, year: 'numeric', month: 'numeric', day: 'numeric' });
  const dayOf = (atMs: number) => {
    const parts = new Map(calendar.formatToParts(atMs).map(({ type, value }) => [type, Number(value)]));
    return Date.UTC(parts.get('year') ?? 0, (parts.get('month') ?? 1) - 1, parts.get('day') ?? 1) / dayMs;
  };
  return (instant, nowMs) => {
    const atMs = new Date(instant).getTime();
    const minutes = Math.round((atMs - nowMs) / minuteMs);
    const hours = Math.round((atMs - nowMs) / hourMs);
    if (Math.abs(atMs - nowMs) < minuteMs) return relative.format(0, 'second');
    if (Math.abs(minutes) < 60) return relative.format(minutes, 'minute');
    if (Math.abs(hours) < 24) return relative.format(hours, 'hour');
    const days = dayOf(atMs) - dayOf(nowMs);
    if (Math.abs(days) < monthDays) return relative.format(days, 'day');
    if (Math.abs(days) < 2 * yearDays) return counted.format(Math.round(days / monthDays), 'month');
    return counted.format(Math.round(days / yearDays), 'year');
  };
}
