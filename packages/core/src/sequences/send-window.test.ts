import { describe, expect, test } from 'vitest';
import { parseInstant, toIsoString, type Instant } from '../shared/instant.ts';
import { findLocalTime, findOpening } from './send-window.ts';

const officeHours = { from: '09:00', until: '18:00' };

function at(text: string): Instant {
  const instant = parseInstant(text);
  if (instant === null) throw new RangeError(text);
  return instant;
}

describe('a send window', () => {
  test.for<[string, string]>([
    ['2026-11-20T10:15:00+01:00', '2026-11-20T09:15:00.000Z'],
    ['2026-11-20T08:59:59+01:00', '2026-11-20T08:00:00.000Z'],
    ['2026-11-20T18:00:00+01:00', '2026-11-21T08:00:00.000Z'],
    ['2026-11-20T17:59:59+01:00', '2026-11-20T16:59:59.000Z'],
    ['2026-12-31T23:00:00+01:00', '2027-01-01T08:00:00.000Z'],
  ])('from 9 to 18 in Amsterdam turns %s into %s', ([now, expected]) => {
    expect(toIsoString(findOpening(at(now), officeHours, 'Europe/Amsterdam'))).toBe(expected);
  });

  test('on weekdays only waits from Friday evening until Monday morning', () => {
    const window = { ...officeHours, weekdays: [1, 2, 3, 4, 5] };
    expect(toIsoString(findOpening(at('2026-11-20T19:00:00+01:00'), window, 'Europe/Amsterdam'))).toBe(
      '2026-11-23T08:00:00.000Z',
    );
  });

  test('keeps its wall-clock hour over a clock change', () => {
    expect(toIsoString(findOpening(at('2026-10-24T20:00:00+02:00'), officeHours, 'Europe/Amsterdam'))).toBe(
      '2026-10-25T08:00:00.000Z',
    );
  });

  test('whose opening the clock skips opens with the next minute there is', () => {
    const window = { from: '02:30', until: '05:00' };
    expect(toIsoString(findOpening(at('2026-03-29T00:00:00+01:00'), window, 'Europe/Berlin'))).toBe(
      '2026-03-29T01:00:00.000Z',
    );
  });

  test('that the clock skips altogether opens the day after', () => {
    const window = { from: '02:10', until: '02:40' };
    expect(toIsoString(findOpening(at('2026-03-29T00:00:00+01:00'), window, 'Europe/Berlin'))).toBe(
      '2026-03-30T00:10:00.000Z',
    );
  });

  test('whose opening comes twice opens the first time', () => {
    const window = { from: '02:30', until: '05:00' };
    expect(toIsoString(findOpening(at('2026-10-25T00:00:00+02:00'), window, 'Europe/Berlin'))).toBe(
      '2026-10-25T00:30:00.000Z',
    );
  });

  test('passes over a day the zone never had', () => {
    const eveBeforeTheSkippedDay = at('2011-12-29T20:00:00-10:00');
    expect(toIsoString(findOpening(eveBeforeTheSkippedDay, officeHours, 'Pacific/Apia'))).toBe(
      '2011-12-30T19:00:00.000Z',
    );
  });
});

describe('a time of day', () => {
  test('is today while it lies ahead, and tomorrow once it has passed', () => {
    expect(toIsoString(findLocalTime(at('2026-07-01T09:59:00+02:00'), '10:00', 'Europe/Paris'))).toBe(
      '2026-07-01T08:00:00.000Z',
    );
    expect(toIsoString(findLocalTime(at('2026-07-01T10:00:01+02:00'), '10:00', 'Europe/Paris'))).toBe(
      '2026-07-02T08:00:00.000Z',
    );
  });
});
