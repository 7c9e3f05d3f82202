import { useMessages } from '../messages/messages-context.ts';
import styles from './states.module.css';

const widths = ['72%', '88%', '64%', '80%', '70%', '84%', '60%', '76%'];

/** Lines where content is about to be. */
export function Skeleton({ lines = 5 }: { readonly lines?: number }) {
  const t = useMessages();
  return (
    <div className={styles['lines']} role="status">
      <span className="visually-hidden">{t.common.loading}</span>
      {widths.slice(0, lines).map((width) => (
        <div key={width} className={styles['bar']} style={{ width }} />
      ))}
    </div>
  );
}
