import { CircleAlert, CircleCheck, Info, TriangleAlert } from 'lucide-react';
import type { ReactNode } from 'react';

import type { Tone } from './badge.tsx';
import styles from './notice.module.css';
import tones from './tone.module.css';

const icons = { neutral: Info, good: CircleCheck, attention: TriangleAlert, bad: CircleAlert } as const;

/** Something to know here and now; bad news is read aloud at once. */
export function Notice({ tone = 'neutral', children }: { readonly tone?: Tone; readonly children: ReactNode }) {
  const Icon = icons[tone];
  return (
    <div className={`${styles['notice']} ${tones[tone]}`} role={tone === 'bad' ? 'alert' : 'status'}>
      <Icon className={styles['icon']} size={17} aria-hidden />
      <div className={styles['body']}>{children}</div>
    </div>
  );
}
