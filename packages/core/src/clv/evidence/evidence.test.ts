import { describe, expect, test } from 'vitest';
import { activityAccuracy } from './activity-accuracy.ts';
import { isActiveByHiatus, learnHiatus } from './hiatus.ts';
import { intervalCoverage } from './interval-coverage.ts';
import { learnPastScale, scalePast } from './past-scale.ts';
import { pastRate } from './past-rate.ts';
import { trackingMape } from './tracking-mape.ts';
import { wilsonInterval } from './wilson-interval.ts';

describe('Wilson’s interval', () => {
  test('of 95 in 100 is .888 to .978', () => {
    const [low, high] = wilsonInterval(95, 100) ?? [];
    expect(low).toBeCloseTo(0.88825, 5);
    expect(high).toBeCloseTo(0.97846, 5);
  });

  test('stays inside 0 … 1, and is still a range, when all or none are counted', () => {
    expect(wilsonInterval(10, 10)?.[1]).toBe(1);
    expect(wilsonInterval(10, 10)?.[0]).toBeCloseTo(0.72246, 4);
    expect(wilsonInterval(0, 10)?.[0]).toBe(0);
  });

  test('of nobody is not known', () => {
    expect(wilsonInterval(0, 0)).toBeNull();
  });
});

describe('the coverage of intervals', () => {
  test('counts the actual values inside, both ends included', () => {
    expect(intervalCoverage({ low: [0, 1, 2, 3], high: [2, 1, 3, 4], actual: [2, 1, 4, 2] })).toMatchObject({
      n: 4,
      count: 2,
      share: 0.5,
    });
  });

  test('of nobody is not known', () => {
    expect(intervalCoverage({ low: [], high: [], actual: [] })).toEqual({
      n: 0,
      count: 0,
      share: null,
      interval: null,
    });
  });
});

test('a customer is foreseen rightly when more than ½ was followed by a purchase, and no more by none', () => {
  const counted = activityAccuracy({ probability: [0.9, 0.5, 0.51, 0.1], transactions: [1, 0, 0, 2] });
  expect(counted).toMatchObject({ n: 4, count: 2, share: 0.5 });
});

describe('the tracking error', () => {
  test('is that of each period, and of all until then', () => {
    const error = trackingMape({ predicted: [10, 12, 5], actual: [8, 12, 10] });
    expect(error.byPeriod).toBeCloseTo((0.25 + 0 + 0.5) / 3, 14);
    expect(error.cumulative).toBeCloseTo((2 / 8 + 2 / 20 + 3 / 30) / 3, 14);
  });

  test('may be told of the later periods alone, while the sums begin with the first', () => {
    const error = trackingMape({ predicted: [10, 12, 5], actual: [8, 12, 10] }, 2);
    expect(error).toMatchObject({ n: 1, byPeriod: 0.5 });
    expect(error.cumulative).toBeCloseTo(0.1, 14);
  });

  test('leaves out periods in which nothing came', () => {
    expect(trackingMape({ predicted: [1, 3], actual: [0, 2] })).toEqual({ n: 1, byPeriod: 0.5, cumulative: 1 });
    expect(trackingMape({ predicted: [3, 1], actual: [2, 0] })).toEqual({ n: 1, byPeriod: 0.5, cumulative: 0.75 });
    expect(trackingMape({ predicted: [1], actual: [0] })).toEqual({ n: 0, byPeriod: null, cumulative: null });
    expect(trackingMape({ predicted: [], actual: [] })).toEqual({ n: 0, byPeriod: null, cumulative: null });
  });
});

describe('the hiatus rule', () => {
  test('is the silence that is right about most', () => {
    const hiatus = learnHiatus({ silence: [30, 1, 8, 5, 2, 40], transactions: [0, 2, 0, 1, 1, 1] });
    expect(hiatus).toEqual({ threshold: 5, n: 6, count: 5 });
  });

  test('takes nobody for a customer when nobody comes back, and everybody when all do', () => {
    expect(learnHiatus({ silence: [0, 3], transactions: [0, 0] })).toEqual({ threshold: -1, n: 2, count: 2 });
    expect(learnHiatus({ silence: [0, 3], transactions: [1, 1] })).toEqual({ threshold: 3, n: 2, count: 2 });
  });

  test('is the shortest of those that are right as often', () => {
    const hiatus = learnHiatus({ silence: [1, 2, 3], transactions: [1, 0, 1] });
    expect(hiatus).toEqual({ threshold: 1, n: 3, count: 2 });
  });

  test('does not tell customers of equal silence apart', () => {
    expect(learnHiatus({ silence: [2, 2, 2], transactions: [1, 0, 0] })).toEqual({ threshold: -1, n: 3, count: 2 });
  });

  test('takes who is silent for just as long still for a customer', () => {
    const hiatus = { threshold: 5, n: 6, count: 5 };
    expect([4, 5, 6].map((silence) => isActiveByHiatus(hiatus, silence))).toEqual([true, true, false]);
  });

  test('cannot be learned from nobody', () => {
    expect(learnHiatus({ silence: [], transactions: [] })).toBeNull();
  });
});

describe('going on as before', () => {
  test('by rate: x / T for as long as the horizon, nothing for one who came today', () => {
    expect([...pastRate({ frequency: [4, 0, 1], age: [20, 20, 0] }, 10)]).toEqual([2, 0, 0]);
  });

  test('by scale: each the same share of their past, learned from all together', () => {
    const scale = learnPastScale({ past: [4, 0, 6], future: [3, 0, 2] });
    expect(scale).toBe(0.5);
    expect([...scalePast([8, 2], scale ?? 0)]).toEqual([4, 1]);
    expect(learnPastScale({ past: [0], future: [1] })).toBeNull();
  });
});
