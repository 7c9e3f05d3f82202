import { describe, expect, it } from 'vitest';
import { hourMs, minuteMs, toInstant, type ConnectionId } from '@regulars/core/shared';
import { findNextTurn } from './find-next-turn.ts';

const noon = toInstant(Date.UTC(2026, 10, 22, 12));
const connection = (digits: string) => `01936f2a-0000-7000-8000-0000${digits.padStart(8, '0')}` as ConnectionId;
/** Its turn is 17 minutes past the hour. */
const seventeenPast = connection((17 * minuteMs).toString(16));

describe('the turn of a connection', () => {
  it('is at the same minute of every hour', () => {
    const first = findNextTurn(noon, hourMs, seventeenPast);
    expect(first - noon).toBe(17 * minuteMs);
    expect(findNextTurn(first, hourMs, seventeenPast) - first).toBe(hourMs);
  });

  it('always lies ahead, and never further than a period', () => {
    for (const digits of ['0', '1', 'ffffffff', '0036ee80']) {
      const aheadMs = findNextTurn(noon, hourMs, connection(digits)) - noon;
      expect(aheadMs).toBeGreaterThan(0);
      expect(aheadMs).toBeLessThanOrEqual(hourMs);
    }
  });
});
