import type { ReactNode } from 'react';

import styles from './card.module.css';

export interface CardProps {
  readonly title?: string;
  readonly note?: ReactNode;
  readonly action?: ReactNode;
  /** What fills the card edge to edge, like a table, brings its own space. */
  readonly spacing?: 'padded' | 'flush';
  readonly children: ReactNode;
}

/** One subject, set apart from the others on a page. */
export function Card({ title, note, action, spacing = 'padded', children }: CardProps) {
  if (title === undefined)
    return <div className={`${styles['card']} ${spacing === 'padded' ? styles['padded'] : ''}`}>{children}</div>;
  return (
    <section className={styles['card']} aria-label={title}>
      <div className={styles['head']}>
        <h2 className={styles['title']}>{title}</h2>
        {action}
        {note !== undefined && <div className={styles['note']}>{note}</div>}
      </div>
      <div className={spacing === 'flush' ? styles['flush'] : styles['body']}>{children}</div>
    </section>
  );
}
