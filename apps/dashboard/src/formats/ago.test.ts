import { describe, expect, it } from 'vitest';

import { createAgoFormat } from './ago.ts';

const amsterdam = createAgoFormat('en-GB', 'Europe/Amsterdam');
const at = (instant: string) => Date.parse(instant);

describe('how long ago', () => {
  it('counts days of the calendar, whatever the hours', () => {
    const evening = at('2026-11-22T21:12:00+01:00');
    expect(amsterdam('2026-11-21T06:00:00+01:00', evening)).toBe('yesterday');
    expect(amsterdam('2026-11-20T23:59:00+01:00', evening)).toBe('2 days ago');
    expect(amsterdam('2026-12-20T09:54:00+01:00', at('2026-12-22T23:30:00+01:00'))).toBe('2 days ago');
    expect(amsterdam('2026-11-24T00:01:00+01:00', at('2026-11-22T23:59:00+01:00'))).toBe('in 2 days');
  });

  it('counts them in the zone that is shown', () => {
    const nowMs = at('2026-11-22T11:00:00Z');
    expect(createAgoFormat('en', 'UTC')('2026-11-20T23:30:00Z', nowMs)).toBe('2 days ago');
    expect(createAgoFormat('en', 'Europe/Amsterdam')('2026-11-20T23:30:00Z', nowMs)).toBe('yesterday');
  });

  it('counts them across a change of the clocks', () => {
    expect(amsterdam('2026-10-24T12:00:00+02:00', at('2026-10-25T23:00:00+01:00'))).toBe('yesterday');
    expect(amsterdam('2026-03-28T12:00:00+01:00', at('2026-03-30T00:30:00+02:00'))).toBe('2 days ago');
  });

  it('tells hours and minutes within a day, never 60 minutes nor 24 hours', () => {
    const nowMs = at('2026-11-22T23:50:00+01:00');
    expect(amsterdam('2026-11-22T22:50:10+01:00', nowMs)).toBe('1 hour ago');
    expect(amsterdam('2026-11-22T01:00:00+01:00', nowMs)).toBe('23 hours ago');
    expect(amsterdam('2026-11-22T00:05:00+01:00', nowMs)).toBe('today');
    expect(amsterdam('2026-11-21T23:55:00+01:00', nowMs)).toBe('yesterday');
  });

  it('counts months as spans, since a month ago is not the last month of the calendar', () => {
    expect(amsterdam('2026-10-18T10:00:00Z', at('2026-12-01T10:00:00Z'))).toBe('1 month ago');
  });
});
