import { describe, expect, test } from 'vitest';
import { collectorOf, finish, rowOf, type Row } from '../../../test-support/collect-rows.ts';
import { summaryOf } from './collected-histories.ts';
import { createHistoryCollector } from './history-collector.ts';

describe('a history', () => {
  test('counts from the first purchase, and its mean spend leaves that one out', () => {
    const collector = collectorOf([
      [0, 100, 50],
      [0, 130, 20],
      [0, 160, 30],
    ]);
    expect(rowOf(finish(collector, { observedUntilDay: 200 }), 0)).toEqual([2, 60, 100, 25]);
  });

  test('is the same in whatever order the rows come', () => {
    const rows: Row[] = [
      [1, 30, 7],
      [0, 20, 5],
      [1, 10, 3],
      [0, 10, 1],
      [1, 20, 9],
    ];
    expect(finish(collectorOf(rows.toReversed()))).toEqual(finish(collectorOf(rows)));
  });

  test('takes several purchases of a day for one', () => {
    const rows: Row[] = [
      [0, 1, 10],
      [0, 1, 5],
      [0, 8, 6],
      [0, 8, 2],
    ];
    const collected = finish(collectorOf(rows));
    expect(rowOf(collected, 0)).toEqual([1, 7, 7, 8]);
    expect(collected.purchases).toBe(2);
    expect(summaryOf(collected, 0)).toEqual({
      firstDay: 1,
      lastDay: 8,
      purchaseDays: 2,
      firstDaySpend: 15,
      laterSpend: 8,
    });
  });

  test('is told in weeks when weeks are asked for, to the day', () => {
    const rows: Row[] = [
      [0, 0, 1],
      [0, 10, 1],
    ];
    const collected = finish(collectorOf(rows, 'week'), { observedUntilDay: 21 });
    expect(rowOf(collected, 0)).toEqual([1, 10 / 7, 3, 1]);
    expect(collected.histories.logGaps?.[0]).toBeCloseTo(Math.log(10 / 7), 14);
  });

  test('has the logarithms of all its gaps', () => {
    const rows: Row[] = [
      [0, 0, 1],
      [0, 2, 1],
      [0, 5, 1],
    ];
    expect(finish(collectorOf(rows)).histories.logGaps?.[0]).toBeCloseTo(Math.log(6), 14);
  });

  test('of one who bought once has nothing after the first purchase', () => {
    const collected = finish(collectorOf([[0, 5, 40]]), { observedUntilDay: 9 });
    expect(rowOf(collected, 0)).toEqual([0, 0, 4, 0]);
    expect(collected.histories.logGaps?.[0]).toBe(0);
  });

  test('counts a purchase of amount 0', () => {
    const rows: Row[] = [
      [0, 1, 0],
      [0, 2, 0],
    ];
    expect(rowOf(finish(collectorOf(rows)), 0)).toEqual([1, 1, 1, 0]);
  });

  test('takes a million purchases of one customer, in any order', () => {
    const collector = createHistoryCollector({ timeUnit: 'day' });
    const size = 1_000_000;
    const day = new Int32Array(size);
    for (let row = 0; row < size; row += 1) day[row] = (row * 7919) % 50_000;
    const amount = new Float64Array(size).fill(2);
    collector.addColumns({ customerIndex: new Uint32Array(size), day, amount }, size);
    expect(rowOf(finish(collector), 0)).toEqual([49_999, 49_999, 49_999, 40]);
  });

  test('is kept for millions of customers, however few rows there are', () => {
    const rows: Row[] = [
      [0, 1, 1],
      [5_000_000, 3, 1],
      [5_000_000, 4, 1],
      [2_500_000, 2, 1],
      [0, 9, 1],
    ];
    const { customerIndex, histories } = finish(collectorOf(rows));
    expect([...customerIndex]).toEqual([0, 2_500_000, 5_000_000]);
    expect([...histories.recency]).toEqual([8, 0, 1]);
  });

  test('reaches from 1900 to 2200', () => {
    const rows: Row[] = [
      [0, -25_567, 1],
      [0, 84_370, 1],
    ];
    expect(rowOf(finish(collectorOf(rows)), 0)).toEqual([1, 109_937, 109_937, 1]);
  });
});
