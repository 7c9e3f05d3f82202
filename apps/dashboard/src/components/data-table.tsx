import type { ReactNode } from 'react';

import { moveAlongRows } from './move-along-rows.ts';
import { SortHeader } from './sort-header.tsx';
import styles from './data-table.module.css';
import type { Sort } from './use-sorted-rows.ts';

export interface Column<Row> {
  readonly header: string;
  readonly cell: (row: Row) => ReactNode;
  /** Numbers stand at the end, so that their digits line up. */
  readonly align?: 'start' | 'end';
  /** `wide`: left out on a phone. */
  readonly shown?: 'always' | 'wide';
  /** Given: the header is a button that sorts by this key. */
  readonly sortKey?: string;
}

export interface DataTableProps<Row> {
  readonly caption: string;
  readonly columns: readonly Column<Row>[];
  readonly rows: readonly Row[];
  readonly keyOf: (row: Row) => string;
  /** `stacked`: on a phone each row becomes a small list of its cells, for rows that need all of them. */
  readonly onPhone?: 'columns' | 'stacked';
  readonly density?: 'comfortable' | 'dense';
  readonly sort?: Sort | null;
  readonly onSort?: (sort: Sort) => void;
}

/**
 * Rows of the same kind under a head that stays in sight. A link or button with `data-row` in a cell makes its whole row a way in;
 * the arrow keys move from row to row.
 */
export function DataTable<Row>({
  caption,
  columns,
  rows,
  keyOf,
  onPhone = 'columns',
  density = 'comfortable',
  sort = null,
  onSort,
}: DataTableProps<Row>) {
  const classOf = ({ align, shown }: Column<Row>) =>
    [align === 'end' ? styles['end'] : '', shown === 'wide' ? styles['wide'] : ''].join(' ');
  return (
    <div className={styles['wrap']}>
      <table
        className={`${styles['table']} ${onPhone === 'stacked' ? styles['stacked'] : ''} ${density === 'dense' ? styles['dense'] : ''}`}
      >
        <caption className="visually-hidden">{caption}</caption>
        <thead>
          <tr>
            {columns.map((column, index) =>
              column.sortKey === undefined || onSort === undefined ? (
                <th key={`${index} ${column.header}`} scope="col" className={classOf(column)}>
                  {column.header}
                </th>
              ) : (
                <SortHeader
                  key={`${index} ${column.header}`}
                  header={column.header}
                  sortKey={column.sortKey}
                  sort={sort}
                  onSort={onSort}
                  first={column.align === 'end' ? 'descending' : 'ascending'}
                  className={classOf(column)}
                />
              ),
            )}
          </tr>
        </thead>
        <tbody ref={moveAlongRows}>
          {rows.map((row) => (
            <tr key={keyOf(row)}>
              {columns.map((column, index) => (
                <td key={`${index} ${column.header}`} className={classOf(column)} data-label={column.header}>
                  {column.cell(row)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
