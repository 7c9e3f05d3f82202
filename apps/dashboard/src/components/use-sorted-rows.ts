import { useState } from 'react';

export interface Sort {
  readonly key: string;
  readonly direction: 'ascending' | 'descending';
}

/** What a row is sorted by; null stands last in either order. */
export type SortValue = string | number | null;

/**
 * The rows in the order the viewer chose, for lists that are here as a whole; a list that comes in pages is sorted by
 * the server. Rows that are equal keep their order.
 *
 * @example
 * const sorted = useSortedRows(stores, { regulars: (store) => store.regulars }, { key: 'regulars', direction: 'descending' });
 * <DataTable {...sorted} columns={columns} … />
 */
export function useSortedRows<Row>(
  rows: readonly Row[],
  valueOf: Readonly<Record<string, (row: Row) => SortValue>>,
  initial: Sort | null = null,
): { readonly rows: readonly Row[]; readonly sort: Sort | null; readonly onSort: (sort: Sort) => void } {
  const [sort, setSort] = useState(initial);
  const read = sort === null ? undefined : valueOf[sort.key];
  const sorted = sort === null || read === undefined ? rows : sortRows(rows, read, sort.direction);
  return { rows: sorted, sort, onSort: setSort };
}

export function sortRows<Row>(
  rows: readonly Row[],
  valueOf: (row: Row) => SortValue,
  direction: Sort['direction'],
): readonly Row[] {
  const sign = direction === 'ascending' ? 1 : -1;
  return rows.toSorted((left, right) => {
    const [a, b] = [valueOf(left), valueOf(right)];
    if (a === null || b === null) return a === b ? 0 : a === null ? 1 : -1;
    if (typeof a === 'string' || typeof b === 'string')
      return sign * String(a).localeCompare(String(b), undefined, { numeric: true });
    return sign * (a - b);
  });
}
