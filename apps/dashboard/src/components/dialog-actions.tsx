import type { ReactNode } from 'react';

import styles from './dialog-actions.module.css';

/** The buttons a dialog ends with; the one it is there for stands last. */
export function DialogActions({ children }: { readonly children: ReactNode }) {
  return <div className={styles['actions']}>{children}</div>;
}
