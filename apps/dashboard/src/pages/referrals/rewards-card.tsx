import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { Gift } from 'lucide-react';
import { useState } from 'react';

import { customersByIdQuery } from '../../api/customers.ts';
import { rewardCountsQuery, rewardsQuery, type Reward } from '../../api/referrals.ts';
import type { Store } from '../../api/stores.ts';
import { Card } from '../../components/card.tsx';
import { EmptyState } from '../../components/empty-state.tsx';
import { MoreButton } from '../../components/more-button.tsx';
import { useFormats } from '../../formats/formats-context.ts';
import { useMessages } from '../../messages/messages-context.ts';
import { QueryState } from '../../shell/query-state.tsx';
import styles from './referrals.module.css';
import { RewardList } from './reward-list.tsx';
import { StandingChoice } from './standing-choice.tsx';

/** The store's rewards, by where they stand, and what holds those that are held. */
export function RewardsCard({ store }: { readonly store: Store }) {
  const t = useMessages();
  const formats = useFormats();
  const [status, setStatus] = useState<Reward['status'] | null>(null);
  const rewards = useInfiniteQuery(rewardsQuery(store.id, null, status));
  const { data: counts = [] } = useQuery(rewardCountsQuery(store.id));
  const rows = rewards.data?.pages.flatMap(({ data }) => data) ?? [];
  const { data: customers } = useQuery(
    customersByIdQuery(
      store.id,
      rows.map(({ customerId }) => customerId),
    ),
  );
  const standings = [...Map.groupBy(counts, (count) => count.status)].map(([value, alike]) => ({
    value,
    label: t.referrals.rewardState(
      t.referrals.rewardStatuses[value],
      formats.number(alike.reduce((sum, { rewards: count }) => sum + count, 0)),
    ),
  }));
  const held = counts.flatMap(({ reason, rewards: count }) =>
    reason === null ? [] : [t.referrals.heldReason(t.referrals.stuckReasons[reason] ?? reason, formats.number(count))],
  );
  return (
    <Card
      title={t.referrals.rewardsTitle}
      spacing="flush"
      action={
        standings.length > 0 && (
          <StandingChoice label={t.referrals.state} value={status} options={standings} onChange={setStatus} />
        )
      }
    >
      {held.length > 0 && <p className={styles['held']}>{t.referrals.heldBack(formats.list(held))}</p>}
      <QueryState query={rewards}>
        {() =>
          rows.length === 0 ? (
            <EmptyState icon={Gift} title={t.referrals.rewardsEmptyTitle}>
              {t.referrals.rewardsEmptyText}
            </EmptyState>
          ) : (
            <>
              <RewardList store={store} rewards={rows} customers={customers} />
              <MoreButton
                hasMore={rewards.hasNextPage}
                isBusy={rewards.isFetchingNextPage}
                onMore={() => void rewards.fetchNextPage()}
              />
            </>
          )
        }
      </QueryState>
    </Card>
  );
}
