import type { ReactNode } from 'react';

import { useFormats } from '../formats/formats-context.ts';
import styles from './stat.module.css';

export interface StatProps {
  readonly label: string;
  readonly value: ReactNode;
  /** How many the figure is made of; said beside it. */
  readonly n?: number;
  /** What else belongs to the figure: its span, its course. */
  readonly note?: ReactNode;
}

/** Figures side by side. */
export function Stats({ children }: { readonly children: ReactNode }) {
  return <dl className={styles['stats']}>{children}</dl>;
}

/** One figure with its name. */
export function Stat({ label, value, n, note }: StatProps) {
  const formats = useFormats();
  return (
    <div className={styles['stat']}>
      <dt>{label}</dt>
      <dd className={styles['value']}>{value}</dd>
      {n !== undefined && <dd className={styles['note']}>{formats.n(n)}</dd>}
      {note !== undefined && <dd className={styles['note']}>{note}</dd>}
    </div>
  );
}
