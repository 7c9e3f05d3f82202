import { useInfiniteQuery, useMutation, useQueryClient } from '@tanstack/react-query';
import { PackageCheck } from 'lucide-react';

import { poisonQuery, replayAllPoison, replayDelivery, type Delivery } from '../../api/deliveries.ts';
import { Button } from '../../components/button.tsx';
import { Card } from '../../components/card.tsx';
import { MoreButton } from '../../components/more-button.tsx';
import { Notice } from '../../components/notice.tsx';
import { DataTable, type Column } from '../../components/data-table.tsx';
import { useFormats } from '../../formats/formats-context.ts';
import { useMessages } from '../../messages/messages-context.ts';
import { ProblemNotice } from '../../shell/problem-notice.tsx';
import { QueryState } from '../../shell/query-state.tsx';
import { useMay } from '../../shell/use-may.ts';
import styles from './connections.module.css';

/** What arrived correctly signed but could not be used, with the reason and a second chance. */
export function PoisonCard({ storeId }: { readonly storeId: string }) {
  const t = useMessages();
  const formats = useFormats();
  const queryClient = useQueryClient();
  const mayReplay = useMay('deliveries.write');
  const poison = useInfiniteQuery(poisonQuery(storeId));
  const refresh = () => queryClient.invalidateQueries({ queryKey: poisonQuery(storeId).queryKey });
  const one = useMutation({
    mutationFn: (deliveryId: string) => replayDelivery(storeId, deliveryId),
    onSuccess: refresh,
  });
  const all = useMutation({ mutationFn: () => replayAllPoison(storeId), onSuccess: refresh });
  const replayed = one.isSuccess ? 1 : all.data;
  const rows = poison.data?.pages.flatMap(({ data }) => data) ?? [];

  const columns: Column<Delivery>[] = [
    { header: t.connections.topic, shown: 'wide', cell: ({ topic }) => topic },
    {
      header: t.connections.reason,
      cell: ({ reason, message, path }) => (
        <div className={styles['message']}>
          <span>{message ?? reason}</span>
          <span className={styles['code']}>
            {[reason, path === null || path === '' ? null : t.connections.atPath(path)].filter(Boolean).join(' ')}
          </span>
        </div>
      ),
    },
    {
      header: t.connections.received,
      shown: 'wide',
      cell: ({ receivedAt }) => <span className={styles['when']}>{formats.dateTime(receivedAt)}</span>,
    },
    {
      header: t.connections.replay,
      align: 'end',
      cell: ({ id }) =>
        mayReplay && (
          <Button size="small" isBusy={one.isPending && one.variables === id} onClick={() => one.mutate(id)}>
            {t.connections.replay}
          </Button>
        ),
    },
  ];

  const replayAll = mayReplay && rows.length > 1 && (
    <Button size="small" isBusy={all.isPending} onClick={() => all.mutate()}>
      {t.connections.replayAll}
    </Button>
  );
  return (
    <Card title={t.connections.poisonTitle} note={t.connections.poisonNote} action={replayAll} spacing="flush">
      <div className={styles['told']}>
        <ProblemNotice error={one.error ?? all.error} />
        {replayed !== undefined && (
          <Notice tone="good">{t.connections.replayed(replayed, formats.number(replayed))}</Notice>
        )}
      </div>
      <QueryState query={poison} lines={2}>
        {() =>
          rows.length === 0 ? (
            // What is being tried again may come back: that all of it could be used is not known yet.
            replayed === undefined && (
              <p className={styles['calm']}>
                <PackageCheck size={17} aria-hidden />
                {t.connections.poisonEmpty}
              </p>
            )
          ) : (
            <>
              <DataTable
                caption={t.connections.poisonTitle}
                columns={columns}
                rows={rows}
                keyOf={({ id }) => id}
                density="dense"
              />
              <MoreButton
                hasMore={poison.hasNextPage}
                isBusy={poison.isFetchingNextPage}
                onMore={() => void poison.fetchNextPage()}
              />
            </>
          )
        }
      </QueryState>
    </Card>
  );
}
