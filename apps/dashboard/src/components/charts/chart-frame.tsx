import { ChartLine, Table2 } from 'lucide-react';
import { useId, useState, type ReactNode } from 'react';

import { useMessages } from '../../messages/messages-context.ts';
import { EmptyState } from '../empty-state.tsx';
import { IconButton } from '../icon-button.tsx';
import styles from './chart.module.css';
import { useWidth } from './use-width.ts';

interface ChartTable {
  readonly head: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

export interface ChartFrameProps {
  readonly title: string;
  /** What the figures are made of: n, and over which time. */
  readonly note?: string | undefined;
  /** One sentence that says what one sees, for those who do not. */
  readonly summary?: string | undefined;
  readonly heightPx: number;
  /** The same figures as rows: for those who read them better, by eye or by ear. */
  readonly table: ChartTable;
  readonly legend?: ReactNode;
  readonly children: (widthPx: number) => ReactNode;
}

/** What stands around every chart: its name, its n, and the way to the same figures as a table. */
export function ChartFrame({ title, note, summary, heightPx, table, legend, children }: ChartFrameProps) {
  const t = useMessages();
  const id = useId();
  const [measure, widthPx] = useWidth();
  const [isTable, setTable] = useState(false);
  const isEmpty = table.rows.length === 0;
  return (
    <figure className={styles['chart']} aria-labelledby={id}>
      <figcaption className={styles['caption']}>
        <div className={styles['words']}>
          <span className={styles['title']} id={id}>
            {title}
          </span>
          {note !== undefined && <span className={styles['note']}>{note}</span>}
        </div>
        {!isEmpty && (
          <IconButton
            icon={isTable ? ChartLine : Table2}
            label={t.charts.asTable}
            aria-label={`${t.charts.asTable}: ${title}`}
            aria-pressed={isTable}
            onClick={() => setTable(!isTable)}
          />
        )}
      </figcaption>
      {summary !== undefined && <p className="visually-hidden">{summary}</p>}
      {isEmpty ? (
        <EmptyState icon={ChartLine} title={t.charts.emptyTitle}>
          {t.charts.emptyText}
        </EmptyState>
      ) : isTable ? (
        <FiguresTable title={title} table={table} heightPx={heightPx} />
      ) : (
        <>
          {legend}
          <div ref={measure} style={{ minHeight: heightPx }}>
            {widthPx > 0 && children(widthPx)}
          </div>
        </>
      )}
    </figure>
  );
}

function FiguresTable({
  title,
  table: { head, rows },
  heightPx,
}: {
  readonly title: string;
  readonly table: ChartTable;
  readonly heightPx: number;
}) {
  return (
    <div
      className={styles['figures']}
      style={{ maxHeight: Math.max(heightPx, 200) }}
      tabIndex={0}
      role="region"
      aria-label={title}
    >
      <table>
        <thead>
          <tr>
            {head.map((name) => (
              <th key={name} scope="col">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(([first, ...rest]) => (
            <tr key={first}>
              <th scope="row">{first}</th>
              {rest.map((cell, index) => (
                <td key={head[index + 1]}>{cell}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
