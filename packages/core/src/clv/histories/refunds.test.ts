import { describe, expect, test } from 'vitest';
import { collectorOf, finish, rowOf, type Row } from '../../../test-support/collect-rows.ts';
import { createHistoryCollector } from './history-collector.ts';

describe('a refund', () => {
  const rows: Row[] = [
    [0, 10, 50],
    [0, 20, 30],
    [0, 30, 40],
  ];

  test('takes its amount off the purchase of its day, whichever came first, and adds no purchase', () => {
    const collector = createHistoryCollector({ timeUnit: 'day' });
    collector.addRefund(0, 20, 10);
    for (const row of rows) collector.add(...row);
    collector.addRefund(0, 10, 5);
    const collected = finish(collector);
    expect(rowOf(collected, 0)).toEqual([2, 20, 20, 30]);
    expect(collected.firstDaySpend[0]).toBe(45);
    expect([...collected.daily.spend].filter((spend) => spend > 0)).toEqual([45, 20, 40]);
  });

  test('dated later than its purchase belongs to the latest before it', () => {
    const collector = collectorOf(rows);
    collector.addRefund(0, 25, 10);
    collector.addRefund(0, 99, 10);
    expect(rowOf(finish(collector, { observedUntilDay: 99 }), 0)).toEqual([2, 20, 89, 25]);
  });

  test('of a whole purchase leaves it counted, with nothing spent', () => {
    const collector = collectorOf(rows);
    collector.addRefund(0, 20, 30);
    expect(rowOf(finish(collector), 0)).toEqual([2, 20, 20, 20]);
  });

  test('never makes a customer, and is told of when it belongs to no purchase', () => {
    const collector = collectorOf(rows);
    collector.addRefund(1, 20, 7);
    collector.addRefund(0, 9, 3);
    const collected = finish(collector);
    expect([...collected.customerIndex]).toEqual([0]);
    expect(collected.unmatchedRefunds).toEqual({ count: 2, amount: 10 });
  });

  test('of more than was paid makes no negative spend', () => {
    const collector = collectorOf(rows);
    collector.addRefund(0, 30, 500);
    expect(rowOf(finish(collector), 0)).toEqual([2, 20, 20, 0]);
  });
});
