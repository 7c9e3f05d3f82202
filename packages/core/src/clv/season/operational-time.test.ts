import { describe, expect, it } from 'vitest';
import { createOperationalTime } from './operational-time.ts';
import { retailCalendar } from './retail-calendar.ts';
import { strengthen } from './strengthen.ts';

const flat = { index: retailCalendar.map(() => 1) };
const season = strengthen(flat, 1);

describe('operational time', () => {
  it('passes as the days do without a season', () => {
    const time = createOperationalTime(null, 'week');
    expect(time.at(700) - time.at(0)).toBe(100);
  });

  it('passes faster when more is bought, and a year in a year', () => {
    const time = createOperationalTime(season, 'day');
    const [january, december, next] = [Date.UTC(2019, 0, 10), Date.UTC(2019, 11, 5), Date.UTC(2020, 0, 10)].map(
      (ms) => ms / 864e5,
    ) as [number, number, number];
    expect(time.at(december + 7) - time.at(december)).toBeGreaterThan(8);
    expect(time.at(january + 7) - time.at(january)).toBeLessThan(7);
    expect(Math.abs(time.at(next) - time.at(january) - 365)).toBeLessThan(1.5);
  });
});
