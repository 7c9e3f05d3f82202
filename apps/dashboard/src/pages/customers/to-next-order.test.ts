import { describe, expect, it } from 'vitest';

import { toNextOrder } from './to-next-order.ts';

const foreseen = (probability: number, dueOn: string, medianOn: string | null = '2027-02-27') => ({
  scoredOn: '2026-11-22',
  nextPurchase: { probability, dueOn, medianOn, earlyOn: '2026-12-01', lateOn: '2027-09-01' },
});

describe('the next order', () => {
  it('is on the day told when they last ordered, while that day is to come', () => {
    expect(toNextOrder(foreseen(0.8, '2027-02-01'))).toEqual({ on: '2027-02-01', wasDueOn: null });
    expect(toNextOrder(foreseen(0.8, '2026-11-22'))).toEqual({ on: '2026-11-22', wasDueOn: null });
  });

  it('is on the day to be expected as of now, once that day is past', () => {
    expect(toNextOrder(foreseen(0.8, '2026-11-21'))).toEqual({ on: '2027-02-27', wasDueOn: '2026-11-21' });
  });

  it('is not waited for of somebody who has moved on', () => {
    expect(toNextOrder(foreseen(0.09, '2026-11-21'))).toEqual({ on: null, wasDueOn: '2026-11-21' });
    expect(toNextOrder(foreseen(0.09, '2027-02-01'))).toEqual({ on: null, wasDueOn: null });
  });
});
