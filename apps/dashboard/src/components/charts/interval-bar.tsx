import styles from './interval-bar.module.css';

interface Range {
  readonly low: number;
  readonly high: number;
}

export interface IntervalBarProps {
  /** All that the bar shows, in words. */
  readonly label: string;
  readonly expected: number;
  /** From the narrowest to the widest. */
  readonly ranges: readonly Range[];
  /** What stands at its ends. */
  readonly ends: readonly [low: string, high: string];
}

/** A figure that is not certain: where it is expected, and between which values it lies, the surer the darker. */
export function IntervalBar({ label, expected, ranges, ends }: IntervalBarProps) {
  const most = Math.max(expected, ...ranges.map(({ high }) => high)) || 1;
  const share = (value: number) => `${(100 * Math.max(0, value)) / most}%`;
  return (
    <div className={styles['frame']} role="img" aria-label={label}>
      <div className={styles['track']}>
        {ranges.toReversed().map(({ low, high }, depth) => (
          <span
            key={depth}
            className={styles['range']}
            style={{ insetInlineStart: share(low), width: share(high - low) }}
          />
        ))}
        <span className={styles['expected']} style={{ insetInlineStart: share(expected) }} />
      </div>
      <div className={styles['ends']} aria-hidden>
        <span>{ends[0]}</span>
        <span>{ends[1]}</span>
      </div>
    </div>
  );
}
