import type { HistoryCollector } from '../histories/history-collector.ts';
import { monthOfDay, toMonthKey } from './calendar-month.ts';
import type { Cohort } from './cohort.ts';
import { addToGroup, emptyGroup, type CohortGroup } from './cohort-group.ts';
import { toCohort } from './to-cohort.ts';

export interface CohortOptions {
  /** The last day that is known of, in days since 1970-01-01. Later purchases are left aside. */
  readonly observedUntilDay: number;
  /** What customers have in common, such as the product they first bought or their channel; null when not known. */
  readonly labelOf?: (customerIndex: number) => string | null;
}

/** Retention and revenue by cohort and by month since the first purchase. */
export interface CohortTable {
  /** All customers together; null when there are none. */
  readonly overall: Cohort | null;
  /** By calendar month of the first purchase, the oldest first. */
  readonly byFirstMonth: readonly Cohort[];
  /** By label, the largest first; customers without one are left out. */
  readonly byLabel: readonly Cohort[];
}

/**
 * Follows customers from their first purchase, month by month: how many bought, and what they brought. Months are those of
 * the calendar, in whatever zone the collector's days are counted in (`toLocalDay`).
 *
 * @example
 * ```ts
 * const { byFirstMonth } = cohortTable(collector, { observedUntilDay: collected.observedUntilDay });
 * byFirstMonth[0]?.periods[1]?.activeShare; // of who first bought in the first month, the share who bought in the second
 * ```
 */
export function cohortTable(
  collector: Pick<HistoryCollector, 'visit'>,
  { observedUntilDay, labelOf = () => null }: CohortOptions,
): CohortTable {
  const groups = new Map<string | null, Map<number, CohortGroup>>();
  collector.visit(
    (customerIndex, purchases) => {
      const label = labelOf(customerIndex);
      const firstMonth = monthOfDay(purchases.day[0]!);
      const months = groups.get(label) ?? insert(groups, label, new Map<number, CohortGroup>());
      addToGroup(months.get(firstMonth) ?? insert(months, firstMonth, emptyGroup(label, firstMonth)), purchases);
    },
    { observedUntilDay },
  );
  const all = [...groups.values()].flatMap((months) => [...months.values()]);
  return {
    overall: all.length === 0 ? null : toCohort('all', all, observedUntilDay),
    byFirstMonth: [...Map.groupBy(all, ({ firstMonth }) => firstMonth)]
      .toSorted(([a], [b]) => a - b)
      .map(([month, members]) => toCohort(toMonthKey(month), members, observedUntilDay)),
    byLabel: [...groups]
      .flatMap(([label, months]) => (label === null ? [] : [toCohort(label, [...months.values()], observedUntilDay)]))
      .toSorted((a, b) => b.customers - a.customers),
  };
}

function insert<Key, Value>(map: Map<Key, Value>, key: Key, value: Value): Value {
  map.set(key, value);
  return value;
}
