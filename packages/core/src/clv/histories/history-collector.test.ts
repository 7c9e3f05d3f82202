import { describe, expect, test } from 'vitest';
import { summaryOf, type CollectedHistories } from './collected-histories.ts';
import { createHistoryCollector, type HistoryCollector, type ObservationWindow } from './history-collector.ts';

type Row = readonly [customer: number, day: number, amount: number];

function collectorOf(rows: readonly Row[], timeUnit: 'day' | 'week' = 'day'): HistoryCollector {
  const collector = createHistoryCollector({ timeUnit });
  for (const row of rows) expect(collector.add(...row).ok).toBe(true);
  return collector;
}

function finish(collector: HistoryCollector, window?: ObservationWindow): CollectedHistories {
  const collected = collector.finish(window);
  if (!collected.ok) throw new Error(collected.failure.code);
  return collected.value;
}

function rowOf({ histories }: CollectedHistories, row: number) {
  const { frequency, recency, age, meanSpend } = histories;
  return [frequency[row], recency[row], age[row], meanSpend[row]];
}

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

describe('a collector refuses', () => {
  const collector = createHistoryCollector({ timeUnit: 'day' });

  test.each([
    ['clv.amount_invalid', 1, Number.NaN],
    ['clv.amount_invalid', 1, Infinity],
    ['clv.amount_invalid', 1, 1e300],
    ['clv.amount_negative', 1, -1],
    ['clv.day_invalid', -25_568, 1],
    ['clv.day_invalid', 84_371, 1],
    ['clv.day_invalid', 1.5, 1],
    ['clv.day_invalid', Number.NaN, 1],
  ])('with %s a row of day %d and amount %d, of a refund too', (code, day, amount) => {
    expect(collector.add(0, day, amount)).toMatchObject({ ok: false, failure: { code } });
    expect(collector.addRefund(0, day, amount)).toMatchObject({ ok: false, failure: { code } });
  });

  test('all of a batch of which it refuses one, and says which', () => {
    const columns = { customerIndex: [0, 0, 0], day: [1, 2, 3], amount: [1, 2, -3] };
    expect(collector.addColumns(columns, 3)).toMatchObject({
      ok: false,
      failure: { code: 'clv.amount_negative', path: '/amount/2' },
    });
    expect(collector.finish()).toMatchObject({ ok: false, failure: { code: 'clv.no_purchases' } });
  });

  test('a second currency', () => {
    const collector = createHistoryCollector({ timeUnit: 'day' });
    expect(collector.add(0, 1, 10, 'EUR').ok).toBe(true);
    expect(collector.add(0, 2, 10).ok).toBe(true);
    expect(collector.add(0, 3, 10, 'USD')).toMatchObject({ ok: false, failure: { code: 'clv.currency_mixed' } });
    const columns = { customerIndex: [0], day: [4], amount: [1] };
    expect(collector.addColumns(columns, 1, 'USD')).toMatchObject({ ok: false });
    expect(finish(collector).purchases).toBe(2);
  });

  test('to make histories of nothing: of no rows, of refunds alone, of purchases that all come later', () => {
    const collector = createHistoryCollector({ timeUnit: 'day' });
    const nothing = { ok: false, failure: { code: 'clv.no_purchases' } };
    expect(collector.finish()).toMatchObject(nothing);
    collector.addRefund(0, 5, 1);
    expect(collector.finish()).toMatchObject(nothing);
    collector.add(0, 10, 1);
    expect(collector.finish({ observedUntilDay: 9 })).toMatchObject(nothing);
    expect(collector.finish({ observedUntilDay: 20, calibrationUntilDay: 9 })).toMatchObject(nothing);
  });

  test('a calibration that holds nothing out', () => {
    const collector = collectorOf([[0, 10, 1]]);
    const refused = { ok: false, failure: { code: 'clv.window_invalid', path: '/calibrationUntilDay' } };
    expect(collector.finish({ observedUntilDay: 20, calibrationUntilDay: 20 })).toMatchObject(refused);
    expect(collector.finish({ observedUntilDay: 1e9 })).toMatchObject({
      ok: false,
      failure: { code: 'clv.window_invalid' },
    });
  });

  test('a customer that is no index, which is a mistake of the program', () => {
    for (const index of [-1, 0.5, Number.NaN, 2 ** 27]) expect(() => collector.add(index, 1, 1)).toThrow(RangeError);
  });
});
