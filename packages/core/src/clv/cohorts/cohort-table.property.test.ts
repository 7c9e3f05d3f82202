import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createHistoryCollector } from '../histories/history-collector.ts';
import type { Cohort } from './cohort.ts';
import { cohortTable } from './cohort-table.ts';

const row = fc.record({
  customer: fc.nat(8),
  /** Over a year and a half, across two years' ends. */
  day: fc.integer({ min: 20_000, max: 20_550 }),
  amount: fc.nat(100),
});
const rows = fc.array(row, { minLength: 1, maxLength: 60 });
const untilDay = fc.integer({ min: 20_000, max: 20_560 });

function totalRevenue(cohort: Cohort): number {
  return cohort.periods.reduce((sum, { revenue }) => sum + revenue, 0);
}

test('cohorts by month share out all customers and all their money; nobody is active who is not there', () => {
  fc.assert(
    fc.property(rows, untilDay, (rows, observedUntilDay) => {
      const collector = createHistoryCollector({ timeUnit: 'day' });
      for (const { customer, day, amount } of rows) collector.add(customer, day, amount);
      const { byFirstMonth, overall } = cohortTable(collector, { observedUntilDay });
      const seen = rows.filter(({ day }) => day <= observedUntilDay);
      const customers = new Set(seen.map(({ customer }) => customer)).size;
      expect(byFirstMonth.reduce((sum, cohort) => sum + cohort.customers, 0)).toBe(customers);
      expect(overall?.customers ?? 0).toBe(customers);
      expect(byFirstMonth.reduce((sum, cohort) => sum + totalRevenue(cohort), 0)).toBe(
        seen.reduce((sum, { amount }) => sum + amount, 0),
      );
      for (const cohort of [...byFirstMonth, ...(overall === null ? [] : [overall])]) {
        expect(cohort.periods[0]?.activeShare).toBe(1);
        for (const period of cohort.periods) {
          expect(period.customers).toBeGreaterThan(0);
          expect(period.active).toBeLessThanOrEqual(period.customers);
        }
        const running = cohort.periods.filter(({ isComplete }) => !isComplete);
        expect(running.length).toBeLessThanOrEqual(1);
        if (running.length > 0) expect(cohort.periods.at(-1)?.isComplete).toBe(false);
      }
    }),
    { numRuns: 60 },
  );
}, 60_000);
