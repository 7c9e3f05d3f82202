import type { ReactNode } from 'react';

import styles from './table.module.css';

export interface Column<Row> {
  readonly header: string;
  readonly cell: (row: Row) => ReactNode;
  /** Numbers stand at the end, so that their digits line up. */
  readonly align?: 'start' | 'end';
  /** `wide`: left out on a phone. */
  readonly shown?: 'always' | 'wide';
}

export interface TableProps<Row> {
  readonly caption: string;
  readonly columns: readonly Column<Row>[];
  readonly rows: readonly Row[];
  readonly keyOf: (row: Row) => string;
  /** `stacked`: on a phone each row becomes a small list of its cells, for rows that need all of them. */
  readonly onPhone?: 'columns' | 'stacked';
}

/** Rows of the same kind. A link with `data-row` in a cell makes its whole row a way in. */
export function Table<Row>({ caption, columns, rows, keyOf, onPhone = 'columns' }: TableProps<Row>) {
  const classOf = ({ align, shown }: Column<Row>) =>
    [align === 'end' ? styles['end'] : '', shown === 'wide' ? styles['wide'] : ''].join(' ');
  return (
    <div className={styles['wrap']}>
      <table className={`${styles['table']} ${onPhone === 'stacked' ? styles['stacked'] : ''}`}>
        <caption className="visually-hidden">{caption}</caption>
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column.header} scope="col" className={classOf(column)}>
                {column.header}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={keyOf(row)}>
              {columns.map((column) => (
                <td key={column.header} className={classOf(column)} data-label={column.header}>
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
