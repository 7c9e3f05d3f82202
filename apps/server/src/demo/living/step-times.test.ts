import { describe, expect, it } from 'vitest';
import { dayMs, hourMs, minuteMs, plus, toInstant } from '@regulars/core/shared';
import { stepTimes } from './step-times.ts';

const from = toInstant(Date.UTC(2026, 9, 18, 6, 11));

describe('the stops of the clock', () => {
  it('go forward and end where the clock is to stand', () => {
    for (const lengthMs of [minuteMs, hourMs, dayMs, 31 * dayMs]) {
      const until = plus(from, lengthMs);
      const times = stepTimes(from, until);
      expect(times.at(-1)).toBe(until);
      expect(times.toSorted((a, b) => a - b)).toEqual(times);
      expect(new Set(times).size).toBe(times.length);
      expect(times.every((time) => time > from)).toBe(true);
    }
  });

  it('are few for a month and close together at its end', () => {
    const times = stepTimes(from, plus(from, 31 * dayMs));
    expect(times.length).toBeLessThan(90);
    const gaps = times.map((time, index) => time - (times[index - 1] ?? from));
    expect(Math.max(...gaps)).toBeLessThanOrEqual(dayMs + minuteMs);
    expect(gaps.at(-1)).toBeLessThanOrEqual(hourMs);
  });

  it('are not where they were whole days before, so that nothing is due by a hair', () => {
    const times = stepTimes(from, plus(from, 28 * dayMs)).slice(0, 20);
    const ofDay = times.map((time) => time % dayMs);
    expect(new Set(ofDay).size).toBe(ofDay.length);
  });

  it('are none when there is nowhere to go', () => {
    expect(stepTimes(from, from)).toEqual([]);
  });
});
