import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseInstant, toInstant, toIsoString } from './instant.ts';
import { fromLocalTime, isTimeZone, toLocalTime } from './zoned-time.ts';

const zones = Intl.supportedValuesOf('timeZone');
const instants = fc.integer({ min: Date.UTC(2000, 0, 1), max: Date.UTC(2039, 0, 1) });

describe('local time in a zone', () => {
  it('comes back as the same wall clock, at the same instant or an hour that was shown before', () => {
    fc.assert(
      fc.property(instants, fc.constantFrom(...zones), (epochMs, zone) => {
        const instant = toInstant(Math.floor(epochMs / 60_000) * 60_000);
        const local = toLocalTime(instant, zone);
        const back = fromLocalTime(local, zone);
        expect(toLocalTime(back, zone)).toEqual(local);
        expect(back).toBeLessThanOrEqual(instant);
      }),
      { numRuns: 2_000 },
    );
  });

  it.each([
    ['a skipped time means the moment of the change', 2026, 3, 29, 150, 'Europe/Berlin', '2026-03-29T01:00:00.000Z'],
    ['a time that comes twice means its first coming', 2026, 10, 25, 150, 'Europe/Berlin', '2026-10-25T00:30:00.000Z'],
    ['half-hour changes are known', 2026, 10, 4, 135, 'Australia/Lord_Howe', '2026-10-03T15:30:00.000Z'],
    ['a skipped day ends at the next one', 2011, 12, 30, 480, 'Pacific/Apia', '2011-12-30T10:00:00.000Z'],
    ['a day may run over its month', 2026, 1, 32, 0, 'UTC', '2026-02-01T00:00:00.000Z'],
  ])('%s', (_rule, year, month, day, minuteOfDay, zone, expected) => {
    expect(toIsoString(fromLocalTime({ year, month, day, minuteOfDay }, zone))).toBe(expected);
  });

  it('shows the wall clock of the zone', () => {
    const instant = parseInstant('2026-11-22T23:30:00Z') ?? toInstant(0);
    expect(toLocalTime(instant, 'Europe/Amsterdam')).toEqual({ year: 2026, month: 11, day: 23, minuteOfDay: 30 });
  });

  it('knows which names are zones', () => {
    expect(['Europe/Paris', 'UTC', 'Mars/Olympus', '+02:00', '-0530', ''].map(isTimeZone)).toEqual([
      true,
      true,
      false,
      false,
      false,
      false,
    ]);
  });
});
