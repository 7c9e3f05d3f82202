import { describe, expect, test } from 'vitest';
import { createHistoryCollector } from '../histories/history-collector.ts';
import { cohortTable } from './cohort-table.ts';

const dayOf = (date: string) => Date.parse(date) / 86_400_000;

const purchases: readonly (readonly [customer: number, date: string, amount: number])[] = [
  [0, '2026-01-05', 10],
  [0, '2026-01-20', 20],
  [0, '2026-03-01', 40],
  [1, '2026-01-31', 50],
  [2, '2026-02-10', 30],
  [2, '2026-02-28', 30],
  [2, '2026-03-10', 5],
];

function collect() {
  const collector = createHistoryCollector({ timeUnit: 'day' });
  for (const [customer, date, amount] of purchases) collector.add(customer, dayOf(date), amount);
  return collector;
}

describe('by month of the first purchase', () => {
  const { byFirstMonth } = cohortTable(collect(), { observedUntilDay: dayOf('2026-03-31') });

  test('a cohort is everybody who first bought in it', () => {
    expect(byFirstMonth.map(({ key, customers }) => [key, customers])).toEqual([
      ['2026-01', 2],
      ['2026-02', 1],
    ]);
  });

  test('a period counts each customer who bought once, and all their money', () => {
    expect(byFirstMonth[0]?.periods).toEqual([
      {
        index: 0,
        customers: 2,
        active: 2,
        activeShare: 1,
        revenue: 80,
        revenuePerCustomer: 40,
        cumulativePerCustomer: 40,
        isComplete: true,
      },
      {
        index: 1,
        customers: 2,
        active: 0,
        activeShare: 0,
        revenue: 0,
        revenuePerCustomer: 0,
        cumulativePerCustomer: 40,
        isComplete: true,
      },
      {
        index: 2,
        customers: 2,
        active: 1,
        activeShare: 0.5,
        revenue: 40,
        revenuePerCustomer: 20,
        cumulativePerCustomer: 60,
        isComplete: true,
      },
    ]);
  });
});

describe('a month that is still running', () => {
  const options = { observedUntilDay: dayOf('2026-03-30') };

  test('is marked, so that it is not taken for a drop', () => {
    const { byFirstMonth } = cohortTable(collect(), options);
    expect(byFirstMonth.map(({ periods }) => periods.map(({ isComplete }) => isComplete))).toEqual([
      [true, true, false],
      [true, false],
    ]);
  });

  test('leaves the younger customers out of what is told of older ones', () => {
    const { overall } = cohortTable(collect(), options);
    expect(overall?.customers).toBe(3);
    expect(overall?.periods.map(({ customers, active, isComplete }) => [customers, active, isComplete])).toEqual([
      [3, 3, true],
      [2, 0, true],
      [2, 1, false],
    ]);
    expect(overall?.periods[2]?.cumulativePerCustomer).toBeCloseTo(140 / 3 + 0 + 40 / 2, 12);
  });

  test('hides what came after the last day', () => {
    const { byFirstMonth } = cohortTable(collect(), { observedUntilDay: dayOf('2026-01-31') });
    expect(byFirstMonth).toMatchObject([{ key: '2026-01', customers: 2, periods: [{ revenue: 80 }] }]);
  });
});

test('by label, the largest first, customers without one left out', () => {
  const { byLabel, overall } = cohortTable(collect(), {
    observedUntilDay: dayOf('2026-03-31'),
    labelOf: (customer) => ['ads', null, 'ads'][customer] ?? null,
  });
  expect(byLabel).toHaveLength(1);
  expect(byLabel[0]).toMatchObject({ key: 'ads', customers: 2 });
  expect(byLabel[0]?.periods.map(({ customers, active, revenue }) => [customers, active, revenue])).toEqual([
    [2, 2, 90],
    [2, 1, 5],
    [1, 1, 40],
  ]);
  expect(overall?.customers).toBe(3);
});

test('a refund is revenue taken away, and no activity', () => {
  const collector = collect();
  collector.addRefund(0, dayOf('2026-02-05'), 15);
  const { byFirstMonth } = cohortTable(collector, { observedUntilDay: dayOf('2026-03-31') });
  expect(byFirstMonth[0]?.periods.map(({ active, revenue }) => [active, revenue])).toEqual([
    [2, 65],
    [0, 0],
    [1, 40],
  ]);
});

test('of nobody there are no cohorts', () => {
  const nobody = createHistoryCollector({ timeUnit: 'day' });
  expect(cohortTable(nobody, { observedUntilDay: 0 })).toEqual({ overall: null, byFirstMonth: [], byLabel: [] });
});
