import styles from './canvas.module.css';

export interface CountProps {
  readonly text: string;
  readonly count: number;
  readonly tone: 'waiting' | 'good' | 'skipped' | 'left';
  readonly onPress: () => void;
}

/** A count that leads to the customers behind it. */
export function Count({ text, count, tone, onPress }: CountProps) {
  if (count === 0) return <span className={styles['count']}>{text}</span>;
  return (
    <button type="button" className={`${styles['count']} ${styles[tone] ?? ''}`} onClick={onPress}>
      {text}
    </button>
  );
}
