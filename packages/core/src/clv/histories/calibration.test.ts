import { describe, expect, test } from 'vitest';
import { collectorOf, finish, rowOf, type Row } from '../../../test-support/collect-rows.ts';
import { createHistoryCollector } from './history-collector.ts';

describe('a calibration', () => {
  const rows: Row[] = [
    [0, 0, 10],
    [0, 50, 20],
    [0, 51, 30],
    [0, 90, 40],
    [2, 40, 5],
    [1, 60, 6],
    [1, 70, 6],
  ];

  test('contains its last day; what comes after is held out, and who comes after is left out', () => {
    const collected = finish(collectorOf(rows), { calibrationUntilDay: 50, observedUntilDay: 100 });
    expect([...collected.customerIndex]).toEqual([0, 2]);
    expect(rowOf(collected, 0)).toEqual([1, 50, 50, 20]);
    expect(rowOf(collected, 1)).toEqual([0, 0, 10, 0]);
    expect(collected.observedUntilDay).toBe(50);
    expect(collected.purchases).toBe(3);
    expect(collected.holdout).toEqual({
      duration: 50,
      transactions: Uint32Array.of(2, 0),
      spend: Float64Array.of(70, 0),
    });
  });

  test('holds out no more than what came until the end of observation', () => {
    const { holdout, daily } = finish(collectorOf(rows), { calibrationUntilDay: 50, observedUntilDay: 60 });
    expect(holdout).toEqual({ duration: 10, transactions: Uint32Array.of(1, 0), spend: Float64Array.of(30, 0) });
    expect(daily.purchases).toHaveLength(61);
  });

  test('and observation may be chosen anew without reading the rows again', () => {
    const collector = collectorOf(rows);
    const before = finish(collector);
    expect(finish(collector, { calibrationUntilDay: 50 }).holdout?.duration).toBe(40);
    expect(finish(collector, { observedUntilDay: 55 }).purchases).toBe(4);
    expect(finish(collector)).toEqual(before);
  });

  test('may be of every n-th customer only', () => {
    const collector = createHistoryCollector({ timeUnit: 'day' });
    for (let customer = 0; customer < 70_000; customer += 1) collector.add(customer, customer % 10, 1);
    const sample = finish(collector, { everyNthCustomer: 7 });
    expect([...sample.customerIndex]).toEqual(Array.from({ length: 10_000 }, (_, row) => 7 * row));
    expect(sample.daily.purchases[7]).toBe(1000);
  });

  test('comes with the purchases of each day: all, first ones, and repeats of those who are in the histories', () => {
    const { daily } = finish(collectorOf(rows), { calibrationUntilDay: 50 });
    const daysWith = (column: ArrayLike<number>) =>
      Array.from(column).flatMap((count, place) => (count > 0 ? [place + daily.fromDay] : []));
    expect(daysWith(daily.purchases)).toEqual([0, 40, 50, 51, 60, 70, 90]);
    expect(daysWith(daily.firstPurchases)).toEqual([0, 40, 60]);
    expect(daysWith(daily.repeatPurchases)).toEqual([50, 51, 90]);
    expect(daily.spend[70]).toBe(6);
  });
});
