import { describe, expect, it } from 'vitest';
import { toInstant } from '@regulars/core/shared';
import { notePace, toPerSecond } from './pace.ts';
import type { PaceMark } from './pull.ts';

const second = (n: number) => toInstant(n * 1_000);

describe('the pace of a pull', () => {
  it('is what was done over the last minute, whatever was done before', () => {
    let marks: readonly PaceMark[] = [];
    // A slow hour, then a quick minute.
    for (let n = 0; n <= 3_600; n += 5) marks = notePace(marks, second(n), n);
    for (let n = 1; n <= 60; n += 1) marks = notePace(marks, second(3_600 + n), 3_600 + n * 100);
    expect(toPerSecond(marks, second(3_661), 3_600 + 6_100)).toBeCloseTo(100, 0);
    expect(marks.length).toBeLessThan(15);
  });

  it('is not told from less than two seconds, nor after minutes of nothing', () => {
    const marks = notePace([], second(0), 0);
    expect(toPerSecond(marks, second(1), 500)).toBeNull();
    expect(toPerSecond(marks, second(2), 500)).toBe(250);
    expect(toPerSecond(marks, second(300), 500)).toBeNull();
    expect(toPerSecond([], second(1), 0)).toBeNull();
  });

  it('falls while the platform lets us wait', () => {
    const marks = notePace(notePace([], second(0), 0), second(10), 1_000);
    expect(toPerSecond(marks, second(10), 1_000)).toBe(100);
    expect(toPerSecond(marks, second(40), 1_000)).toBe(25);
  });
});
