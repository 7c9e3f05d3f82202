import { useEffect, type ReactNode } from 'react';

import styles from './page.module.css';

export interface PageProps {
  readonly title: string;
  readonly lead?: ReactNode;
  /** A way back, above the title. */
  readonly above?: ReactNode;
  readonly actions?: ReactNode;
  /** `full`: for tables of many columns, as wide as the window allows. */
  readonly width?: 'full' | 'wide' | 'narrow';
  readonly children: ReactNode;
}

/** A page: what it is, what one can do, then its subjects. */
export function Page({ title, lead, above, actions, width = 'wide', children }: PageProps) {
  useEffect(() => {
    document.title = `${title} · Regulars`;
  }, [title]);
  return (
    <div className={`${styles['page']} ${styles[width]}`}>
      <header className={styles['head']}>
        <div className={styles['words']}>
          {above !== undefined && <div className={styles['above']}>{above}</div>}
          <h1 className={styles['title']}>{title}</h1>
          {lead !== undefined && <p className={styles['lead']}>{lead}</p>}
        </div>
        {actions}
      </header>
      {children}
    </div>
  );
}
