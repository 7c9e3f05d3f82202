import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Gift } from 'lucide-react';

import { customersByIdQuery } from '../../api/customers.ts';
import { retryReward, rewardsQuery, type Reward } from '../../api/referrals.ts';
import type { Store } from '../../api/stores.ts';
import { Badge, type Tone } from '../../components/badge.tsx';
import { Button } from '../../components/button.tsx';
import { Card } from '../../components/card.tsx';
import { EmptyState } from '../../components/empty-state.tsx';
import { MoreButton } from '../../components/more-button.tsx';
import { DataTable, type Column } from '../../components/data-table.tsx';
import { useFormats } from '../../formats/formats-context.ts';
import { useMessages } from '../../messages/messages-context.ts';
import { ProblemNotice } from '../../shell/problem-notice.tsx';
import { QueryState } from '../../shell/query-state.tsx';
import { useMay } from '../../shell/use-may.ts';
import { CustomerLink } from '../customers/customer-link.tsx';
import styles from './referrals.module.css';

const tones: Readonly<Record<Reward['status'], Tone>> = {
  approved: 'neutral',
  issuing: 'neutral',
  issued: 'good',
  redeemed: 'good',
  expired: 'neutral',
  revoking: 'attention',
  revoked: 'neutral',
  stuck: 'bad',
};

/** The store's rewards and where their codes stand. */
export function RewardsCard({ store }: { readonly store: Store }) {
  const t = useMessages();
  const formats = useFormats();
  const queryClient = useQueryClient();
  const mayRetry = useMay('rewards.write');
  const rewards = useInfiniteQuery(rewardsQuery(store.id, null));
  const retry = useMutation({
    mutationFn: (rewardId: string) => retryReward(store.id, rewardId),
    onSuccess: () => queryClient.invalidateQueries({ queryKey: ['stores', store.id, 'rewards'] }),
  });
  const rows = rewards.data?.pages.flatMap(({ data }) => data) ?? [];
  const { data: customers } = useQuery(
    customersByIdQuery(
      store.id,
      rows.map(({ customerId }) => customerId),
    ),
  );
  const worth = ({ terms }: Reward) =>
    terms.kind === 'percent'
      ? t.referrals.percent(terms.percent)
      : formats.money({ amountMinor: terms.amountMinor, currency: store.currency });
  const columns: Column<Reward>[] = [
    {
      header: t.referrals.for,
      cell: ({ customerId }) => <CustomerLink store={store} customerId={customerId} customers={customers} />,
    },
    { header: t.referrals.what, shown: 'wide', cell: ({ side }) => t.referrals.sides[side] },
    { header: t.referrals.code, cell: ({ code }) => <code className={styles['code']}>{code}</code> },
    { header: t.referrals.worth, align: 'end', cell: worth },
    {
      header: t.referrals.state,
      cell: ({ id, status, reason }) => (
        <div className={styles['state']}>
          <Badge tone={tones[status]}>{t.referrals.rewardStatuses[status]}</Badge>
          {reason !== null && <span className={styles['note']}>{t.referrals.stuckReasons[reason] ?? reason}</span>}
          {status === 'stuck' && mayRetry && (
            <Button size="small" isBusy={retry.isPending && retry.variables === id} onClick={() => retry.mutate(id)}>
              {t.common.tryAgain}
            </Button>
          )}
        </div>
      ),
    },
    { header: t.referrals.expires, shown: 'wide', align: 'end', cell: ({ expiresAt }) => formats.date(expiresAt) },
  ];
  return (
    <Card title={t.referrals.rewardsTitle} spacing="flush">
      <ProblemNotice error={retry.error} />
      <QueryState query={rewards}>
        {() =>
          rows.length === 0 ? (
            <EmptyState icon={Gift} title={t.referrals.rewardsEmptyTitle}>
              {t.referrals.rewardsEmptyText}
            </EmptyState>
          ) : (
            <>
              <DataTable
                onPhone="stacked"
                caption={t.referrals.rewardsTitle}
                columns={columns}
                rows={rows}
                keyOf={({ id }) => id}
              />
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
