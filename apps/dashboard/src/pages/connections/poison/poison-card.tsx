import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { PackageCheck } from 'lucide-react';
import { useRef, useState } from 'react';

import { poisonQuery, reasonsQuery, type Delivery } from '../../../api/deliveries.ts';
import { Button } from '../../../components/button.tsx';
import { Card } from '../../../components/card.tsx';
import { MoreButton } from '../../../components/more-button.tsx';
import { Notice } from '../../../components/notice.tsx';
import { useFormats } from '../../../formats/formats-context.ts';
import { useMessages } from '../../../messages/messages-context.ts';
import { ProblemNotice } from '../../../shell/problem-notice.tsx';
import { QueryState } from '../../../shell/query-state.tsx';
import { useMay } from '../../../shell/use-may.ts';
import { DeliveryDialog } from './delivery-dialog.tsx';
import { PoisonTable } from './poison-table.tsx';
import styles from './poison.module.css';
import { PutAsideList } from './put-aside-list.tsx';
import { usePoisonActions } from './use-poison-actions.ts';

/** What arrived correctly signed but could not be used, with the reason, a look inside and a second chance. */
export function PoisonCard({ storeId }: { readonly storeId: string }) {
  const { connections: t } = useMessages();
  const formats = useFormats();
  const mayWrite = useMay('deliveries.write');
  const poison = useInfiniteQuery(poisonQuery(storeId, 'poison'));
  const reasons = useQuery(reasonsQuery(storeId));
  const actions = usePoisonActions(storeId);
  const { replayOne, replayAll, bringBack } = actions;
  const [opened, setOpened] = useState<Delivery | null>(null);
  const list = useRef<HTMLDivElement>(null);
  const replayed = replayOne.isSuccess ? 1 : replayAll.data;
  const rows = poison.data?.pages.flatMap(({ data }) => data) ?? [];
  const asideCount = reasons.data?.reduce((sum, { putAside }) => sum + putAside, 0) ?? 0;
  const open = (delivery: Delivery) => {
    actions.forgetErrors();
    setOpened(delivery);
  };
  const onOpen = mayWrite ? open : null;

  return (
    <Card
      title={t.poisonTitle}
      note={t.poisonNote}
      action={
        mayWrite &&
        rows.length > 1 && (
          <Button size="small" isBusy={replayAll.isPending} onClick={() => replayAll.mutate()}>
            {t.replayAll}
          </Button>
        )
      }
      spacing="flush"
    >
      <div ref={list} tabIndex={-1} className={styles['lists']}>
        <div className={styles['told']}>
          <ProblemNotice error={replayOne.error ?? replayAll.error ?? bringBack.error} />
          {replayed !== undefined && <Notice tone="good">{t.replayed(replayed, formats.number(replayed))}</Notice>}
        </div>
        <QueryState query={poison} lines={2}>
          {() =>
            rows.length === 0 ? (
              // What is being tried again may come back: that all of it could be used is not known yet.
              replayed === undefined && (
                <p className={styles['calm']}>
                  <PackageCheck size={17} aria-hidden />
                  {asideCount === 0 ? t.poisonEmpty : t.poisonSeenTo}
                </p>
              )
            ) : (
              <>
                <PoisonTable
                  caption={t.poisonTitle}
                  rows={rows}
                  onOpen={onOpen}
                  action={{
                    header: t.replay,
                    cell: ({ id }) =>
                      mayWrite && (
                        <Button
                          size="small"
                          isBusy={replayOne.isPending && replayOne.variables === id}
                          onClick={() => replayOne.mutate(id)}
                        >
                          {t.replay}
                        </Button>
                      ),
                  }}
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
        {asideCount > 0 && (
          <PutAsideList storeId={storeId} count={asideCount} bringBack={mayWrite ? bringBack : null} onOpen={onOpen} />
        )}
      </div>
      {opened !== null && (
        <DeliveryDialog
          key={opened.id}
          storeId={storeId}
          delivery={opened}
          actions={actions}
          onClose={() => setOpened(null)}
          focusAfter={list}
        />
      )}
    </Card>
  );
}
