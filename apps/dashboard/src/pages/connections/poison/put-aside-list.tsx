import { useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';

import { poisonQuery, type Delivery } from '../../../api/deliveries.ts';
import { Button } from '../../../components/button.tsx';
import { MoreButton } from '../../../components/more-button.tsx';
import { useFormats } from '../../../formats/formats-context.ts';
import { useMessages } from '../../../messages/messages-context.ts';
import { QueryState } from '../../../shell/query-state.tsx';
import { PoisonTable } from './poison-table.tsx';
import styles from './poison.module.css';
import type { usePoisonActions } from './use-poison-actions.ts';

export interface PutAsideListProps {
  readonly storeId: string;
  readonly count: number;
  readonly bringBack: ReturnType<typeof usePoisonActions>['bringBack'] | null;
  readonly onOpen: ((delivery: Delivery) => void) | null;
}

/** How many were put aside; unfolded, which. */
export function PutAsideList({ storeId, count, bringBack, onOpen }: PutAsideListProps) {
  const { connections: t } = useMessages();
  const formats = useFormats();
  const [isShown, setShown] = useState(false);
  const query = useInfiniteQuery({ ...poisonQuery(storeId, 'put_aside'), enabled: isShown });
  const rows = query.data?.pages.flatMap(({ data }) => data) ?? [];
  return (
    <details className={styles['aside']} onToggle={({ currentTarget }) => setShown(currentTarget.open)}>
      <summary>
        <span className={styles['count']}>{t.putAsideCount(formats.number(count))}</span> {t.putAsideNote}
      </summary>
      {isShown && (
        <QueryState query={query} lines={2}>
          {() => (
            <>
              <PoisonTable
                caption={t.putAsideCount(formats.number(count))}
                rows={rows}
                onOpen={onOpen}
                action={{
                  header: t.bringBack,
                  cell: ({ id }) =>
                    bringBack !== null && (
                      <Button
                        size="small"
                        isBusy={bringBack.isPending && bringBack.variables.includes(id)}
                        onClick={() => bringBack.mutate([id])}
                      >
                        {t.bringBack}
                      </Button>
                    ),
                }}
              />
              <MoreButton
                hasMore={query.hasNextPage}
                isBusy={query.isFetchingNextPage}
                onMore={() => void query.fetchNextPage()}
              />
            </>
          )}
        </QueryState>
      )}
    </details>
  );
}
