import { CloudAlert } from 'lucide-react';

import { useMessages } from '../messages/messages-context.ts';
import { Button } from './button.tsx';
import styles from './states.module.css';
import tones from './tone.module.css';

export interface ErrorStateProps {
  readonly title: string;
  /** Leads whoever runs the instance to the fault in the log. */
  readonly requestId: string | null;
  readonly onRetry: () => void;
}

/** Something could not be shown; says so and offers another try. */
export function ErrorState({ title, requestId, onRetry }: ErrorStateProps) {
  const t = useMessages();
  return (
    <div className={styles['state']} role="alert">
      <span className={`${styles['icon']} ${tones['bad']}`}>
        <CloudAlert size={22} aria-hidden />
      </span>
      <p className={styles['title']}>{title}</p>
      <Button onClick={onRetry}>{t.common.tryAgain}</Button>
      {requestId !== null && <p className={styles['detail']}>{t.common.requestId(requestId)}</p>}
    </div>
  );
}
