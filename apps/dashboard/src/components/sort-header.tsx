import { ArrowDown, ArrowUp, ChevronsUpDown } from 'lucide-react';

import styles from './data-table.module.css';
import type { Sort } from './use-sorted-rows.ts';

export interface SortHeaderProps {
  readonly header: string;
  readonly sortKey: string;
  readonly sort: Sort | null;
  readonly onSort: (sort: Sort) => void;
  /** The order of the first press: numbers begin with the largest, words with A. */
  readonly first: Sort['direction'];
  readonly className: string;
}

const opposite = { ascending: 'descending', descending: 'ascending' } as const;

/** A column's name that sorts by the column when pressed, and turns the order around when pressed again. */
export function SortHeader({ header, sortKey, sort, onSort, first, className }: SortHeaderProps) {
  const direction = sort?.key === sortKey ? sort.direction : null;
  const Arrow = direction === null ? ChevronsUpDown : direction === 'ascending' ? ArrowUp : ArrowDown;
  return (
    <th scope="col" className={className} aria-sort={direction ?? 'none'}>
      <button
        type="button"
        className={styles['sort']}
        data-sorted={direction !== null}
        onClick={() => onSort({ key: sortKey, direction: direction === null ? first : opposite[direction] })}
      >
        {header}
        <Arrow size={14} aria-hidden />
      </button>
    </th>
  );
}
