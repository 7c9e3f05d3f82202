import { useMessages } from '../messages/messages-context.ts';
import { Button } from './button.tsx';
import styles from './more-button.module.css';

export interface MoreButtonProps {
  readonly hasMore: boolean;
  readonly isBusy: boolean;
  readonly onMore: () => void;
}

/** The next page of a list, below the last row. */
export function MoreButton({ hasMore, isBusy, onMore }: MoreButtonProps) {
  const t = useMessages();
  if (!hasMore) return null;
  return (
    <div className={styles['more']}>
      <Button size="small" isBusy={isBusy} onClick={onMore}>
        {t.common.showMore}
      </Button>
    </div>
  );
}
