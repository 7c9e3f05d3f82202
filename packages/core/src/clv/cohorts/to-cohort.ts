import { lastDayOfMonth, monthOfDay } from './calendar-month.ts';
import type { Cohort, CohortPeriod } from './cohort.ts';
import type { CohortGroup } from './cohort-group.ts';

/** Puts groups together to one cohort, as known at the end of a day. */
export function toCohort(key: string, groups: readonly CohortGroup[], observedUntilDay: number): Cohort {
  const thisMonth = monthOfDay(observedUntilDay);
  const lastComplete = lastDayOfMonth(thisMonth) === observedUntilDay ? thisMonth : thisMonth - 1;
  const firstMonth = groups.reduce((first, group) => Math.min(first, group.firstMonth), thisMonth);
  const periods: CohortPeriod[] = [];
  let cumulativePerCustomer = 0;
  for (let index = 0; index <= thisMonth - firstMonth; index += 1) {
    const over = groups.filter((group) => group.firstMonth + index <= lastComplete);
    const told = over.length > 0 ? over : groups.filter((group) => group.firstMonth + index <= thisMonth);
    const customers = sum(told, (group) => group.customers);
    const active = sum(told, (group) => group.active[index] ?? 0);
    const revenue = sum(told, (group) => group.revenue[index] ?? 0);
    cumulativePerCustomer += revenue / customers;
    periods.push({
      index,
      customers,
      active,
      activeShare: active / customers,
      revenue,
      revenuePerCustomer: revenue / customers,
      cumulativePerCustomer,
      isComplete: over.length > 0,
    });
  }
  return { key, customers: sum(groups, (group) => group.customers), periods };
}

function sum(groups: readonly CohortGroup[], of: (group: CohortGroup) => number): number {
  return groups.reduce((total, group) => total + of(group), 0);
}
