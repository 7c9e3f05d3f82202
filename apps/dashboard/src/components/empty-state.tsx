import type { LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';

import styles from './states.module.css';
import tones from './tone.module.css';

export interface EmptyStateProps {
  readonly icon: LucideIcon;
  readonly title: string;
  /** What would be here, and how to get it. */
  readonly children: ReactNode;
  readonly action?: ReactNode;
}

/** Nothing here yet, and that is all right. */
export function EmptyState({ icon: Icon, title, children, action }: EmptyStateProps) {
  return (
    <div className={styles['state']}>
      <span className={`${styles['icon']} ${tones['neutral']}`}>
        <Icon size={22} aria-hidden />
      </span>
      <p className={styles['title']}>{title}</p>
      <p className={styles['text']}>{children}</p>
      {action}
    </div>
  );
}
