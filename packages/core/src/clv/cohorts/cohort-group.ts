import type { PurchaseDays } from '../histories/purchase-days.ts';
import { monthOfDay } from './calendar-month.ts';

/** Customers of one label whose first purchase was in one month: what every cohort is put together from. */
export interface CohortGroup {
  readonly label: string | null;
  readonly firstMonth: number;
  customers: number;
  /** By months since the first. Places without an entry are 0. */
  readonly active: number[];
  readonly revenue: number[];
}

export function emptyGroup(label: string | null, firstMonth: number): CohortGroup {
  return { label, firstMonth, customers: 0, active: [], revenue: [] };
}

/** Adds a customer whose first purchase was in the group's month. */
export function addToGroup(group: CohortGroup, { size, day, spend }: PurchaseDays): void {
  group.customers += 1;
  let lastActive = -1;
  for (let place = 0; place < size; place += 1) {
    const index = monthOfDay(day[place]!) - group.firstMonth;
    group.revenue[index] = (group.revenue[index] ?? 0) + spend[place]!;
    if (index === lastActive) continue;
    group.active[index] = (group.active[index] ?? 0) + 1;
    lastActive = index;
  }
}
