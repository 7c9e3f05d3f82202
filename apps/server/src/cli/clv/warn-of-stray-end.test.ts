import { describe, expect, it } from 'vitest';
import { toDay } from './cells/calendar.ts';
import { warnOfStrayEnd } from './warn-of-stray-end.ts';

const fromDay = toDay(2024, 1, 1);

function dailyOf(places: readonly number[]) {
  const purchases = new Uint32Array(Math.max(...places) + 1);
  for (const place of places) purchases[place] = 1;
  const none = new Uint32Array(purchases.length);
  return { fromDay, purchases, firstPurchases: none, repeatPurchases: none, spend: new Float64Array(purchases.length) };
}

const warn = (places: readonly number[]) =>
  warnOfStrayEnd(dailyOf(places), { day: fromDay + Math.max(...places), line: 12 });
const usual = [0, 3, 5, 10, 12, 20, 25, 31];

describe('A last day', () => {
  it('far after the second last is warned of, with its line and what to do', () => {
    const stray = toDay(2099, 2, 1) - fromDay;
    expect(warn([...usual, stray])).toBe(
      'The last day, 2099-02-01 (line 12), comes 27,394 days after the one before it. If that is a mistake, correct it, or look no further than the day before: --observation-end 2024-02-01',
    );
  });

  it('is nothing to speak of after a gap as there are others, or in a file of few days', () => {
    expect(warn([...usual, 31 + 59])).toBeNull();
    expect(warn([...usual, 31 + 60])).not.toBeNull();
    expect(warn([...usual, 131, 131 + 499])).toBeNull();
    expect(warn([0, 400])).toBeNull();
  });
});
