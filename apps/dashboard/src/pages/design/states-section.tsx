import { Users } from 'lucide-react';

import { Button } from '../../components/button.tsx';
import { Card } from '../../components/card.tsx';
import { EmptyState } from '../../components/empty-state.tsx';
import { ErrorState } from '../../components/error-state.tsx';
import { Skeleton } from '../../components/skeleton.tsx';
import { useMessages } from '../../messages/messages-context.ts';
import styles from './design.module.css';

export function StatesSection() {
  const { design: t, shell } = useMessages();
  return (
    <Card title={t.states}>
      <div className={styles['columns']}>
        <div className={styles['framed']}>
          <EmptyState icon={Users} title={t.emptyTitle} action={<Button size="small">{shell.toStart}</Button>}>
            {t.emptyText}
          </EmptyState>
        </div>
        {/* Only to be looked at: it never ends, so nobody should be told that it loads. */}
        <div className={styles['framed']} aria-hidden>
          <Skeleton lines={6} />
        </div>
        <div className={styles['framed']}>
          <ErrorState title={t.wrong} requestId="req-1f" onRetry={() => {}} />
        </div>
      </div>
    </Card>
  );
}
