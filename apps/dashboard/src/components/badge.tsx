import type { ReactNode } from 'react';

import styles from './badge.module.css';
import tones from './tone.module.css';

export type Tone = 'neutral' | 'good' | 'attention' | 'bad';

/** A state in one or two words. The colour repeats what the word says. */
export function Badge({ tone = 'neutral', children }: { readonly tone?: Tone; readonly children: ReactNode }) {
  return <span className={`${styles['badge']} ${tones[tone]}`}>{children}</span>;
}
