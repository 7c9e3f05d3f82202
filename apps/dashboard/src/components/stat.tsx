import type { ReactNode } from 'react';

import styles from './stat.module.css';

export interface StatProps {
  readonly label: string;
  readonly value: ReactNode;
  /** What the figure is made of: its n, its span. */
  readonly note?: ReactNode;
}

/** Figures side by side. */
export function Stats({ children }: { readonly children: ReactNode }) {
  return <dl className={styles['stats']}>{children}</dl>;
}

/** One figure with its name. */
export function Stat({ label, value, note }: StatProps) {
  return (
    <div className={styles['stat']}>
      <dt>{label}</dt>
      <dd className={styles['value']}>{value}</dd>
      {note !== undefined && <dd className={styles['note']}>{note}</dd>}
    </div>
  );
}
