import type { ReactNode } from 'react';

import styles from './sync.module.css';

export interface DetailProps {
  readonly title: string;
  readonly note: string;
  readonly action?: ReactNode;
  readonly children?: ReactNode;
}

/** One subject of what is known about a connection. */
export function Detail({ title, note, action, children }: DetailProps) {
  return (
    <div className={styles['detail']}>
      <h3 className={styles['detailTitle']}>{title}</h3>
      <p className={styles['quiet']}>{note}</p>
      {children}
      {action}
    </div>
  );
}
