import { describe, expect, it } from 'vitest';
import { dayMs, hourMs, toInstant } from '@regulars/core/shared';
import { findCountSpan } from './find-count-span.ts';

const noon = Date.UTC(2026, 10, 22, 12);
const now = toInstant(noon + 789);

describe('the orders that should be here', () => {
  it('are all of them after a back-fill of everything, but for those of the last hour', () => {
    expect(findCountSpan(now, 'always')).toEqual({ from: 0, until: noon - hourMs });
  });

  it('are those since the time a back-fill began with', () => {
    expect(findCountSpan(now, toInstant(noon - 5 * dayMs)).from).toBe(noon - 5 * dayMs);
  });

  it('are those of the last 30 days where there was no back-fill', () => {
    expect(findCountSpan(now, null)).toEqual({ from: noon - hourMs - 30 * dayMs, until: noon - hourMs });
  });

  it('are none when the back-fill began with the last minutes', () => {
    expect(findCountSpan(now, toInstant(noon - 1))).toEqual({ from: noon - hourMs, until: noon - hourMs });
  });
});
