import { expect, test } from 'vitest';
import { parseInstant, type Instant } from './instant.ts';
import { toLocalDay } from './local-day.ts';

test.each([
  ['UTC', '1970-01-01T23:59:59Z', 0],
  ['UTC', '1969-12-31T23:59:59Z', -1],
  ['America/New_York', '1970-01-02T04:59:59Z', 0],
  ['America/New_York', '1970-01-02T05:00:00Z', 1],
  ['Pacific/Kiritimati', '2026-11-22T10:00:00Z', 20_780],
])('a calendar in %s shows at %s day %d since 1970', (zone, at, day) => {
  expect(toLocalDay(parseInstant(at) as Instant, zone)).toBe(day);
});
