import { useId } from 'react';

import { useFormats } from '../formats/formats-context.ts';
import { useMessages } from '../messages/messages-context.ts';
import styles from './progress.module.css';

export interface ProgressProps {
  readonly label: string;
  readonly done: number;
  /** Null while nobody knows how much there is. */
  readonly total: number | null;
  /** How much was done in the last seconds, per second. */
  readonly perSecond?: number | null;
  readonly remainingMs?: number | null;
}

/** How far long work is, how fast it goes and how long it still takes. */
export function Progress({ label, done, total, perSecond = null, remainingMs = null }: ProgressProps) {
  const t = useMessages();
  const formats = useFormats();
  const id = useId();
  const share = total === null || total === 0 ? null : Math.min(1, done / total);
  const doneSoFar = done === 0 ? null : formats.number(done);
  const notes = [
    total === null ? doneSoFar : t.common.doneOf(formats.number(done), formats.number(total)),
    perSecond === null || done === 0
      ? null
      : t.common.perSecond(formats.decimal(perSecond < 10 ? perSecond : Math.round(perSecond))),
    remainingMs === null || share === 1 ? null : t.common.remaining(formats.duration(remainingMs)),
  ].filter((note) => note !== null);
  return (
    <div className={`${styles['progress']} ${share === null ? styles['unknown'] : ''}`}>
      <div className={styles['head']}>
        <span className={styles['label']} id={id}>
          {label}
        </span>
        <span className={styles['note']}>{notes.join(' · ')}</span>
      </div>
      <div
        className={styles['track']}
        role="progressbar"
        aria-labelledby={id}
        aria-valuemin={0}
        aria-valuemax={100}
        aria-valuetext={notes.length === 0 ? undefined : notes.join(', ')}
        {...(share === null ? {} : { 'aria-valuenow': Math.round(share * 100) })}
      >
        <div className={styles['bar']} {...(share === null ? {} : { style: { width: `${share * 100}%` } })} />
      </div>
    </div>
  );
}
