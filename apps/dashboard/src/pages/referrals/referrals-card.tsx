import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { HeartHandshake } from 'lucide-react';
import { useState } from 'react';

import { customersByIdQuery } from '../../api/customers.ts';
import { referralsQuery, reviewReferral, type Referral } from '../../api/referrals.ts';
import type { Store } from '../../api/stores.ts';
import { Badge } from '../../components/badge.tsx';
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
import { explainReferral } from './explain-referral.ts';
import styles from './referrals.module.css';
import { StandingChoice } from './standing-choice.tsx';
import { referralTones } from './tones.ts';

const statuses = ['claimed', 'held', 'qualified', 'closed', 'rejected', 'expired', 'reversed'] as const;

/** The store's referrals, where each stands and why; those that wait for a person can be decided here. */
export function ReferralsCard({ store }: { readonly store: Store }) {
  const t = useMessages();
  const formats = useFormats();
  const queryClient = useQueryClient();
  const [status, setStatus] = useState<Referral['status'] | null>(null);
  const mayReview = useMay('referrals.write');
  const referrals = useInfiniteQuery(referralsQuery(store.id, null, status));
  const review = useMutation({
    mutationFn: ({ id, verdict }: { id: string; verdict: 'approve' | 'refuse' }) =>
      reviewReferral(store.id, id, verdict),
    onSuccess: () => queryClient.invalidateQueries({ queryKey: ['stores', store.id, 'referrals'] }),
  });
  const rows = referrals.data?.pages.flatMap(({ data }) => data) ?? [];
  const isEmpty = referrals.data !== undefined && rows.length === 0 && status === null;
  const { data: customers } = useQuery(
    customersByIdQuery(
      store.id,
      rows.flatMap(({ advocateId, friendId }) => [advocateId, friendId]),
    ),
  );
  const columns: Column<Referral>[] = [
    {
      header: t.referrals.advocate,
      cell: ({ advocateId }) => <CustomerLink store={store} customerId={advocateId} customers={customers} />,
    },
    {
      header: t.referrals.friend,
      cell: ({ friendId }) => <CustomerLink store={store} customerId={friendId} customers={customers} />,
    },
    {
      header: t.referrals.state,
      cell: (referral) => (
        <div className={styles['state']}>
          <Badge tone={referralTones[referral.status]}>{t.referrals.statuses[referral.status]}</Badge>
          <span className={styles['note']}>{explainReferral(referral, t.referrals, formats)}</span>
        </div>
      ),
    },
    { header: t.referrals.claimed, shown: 'wide', align: 'end', cell: ({ claimedAt }) => formats.date(claimedAt) },
  ];
  const reviewColumn: Column<Referral> = {
    header: t.referrals.review,
    align: 'end',
    cell: ({ id, isWaitingForReview }) =>
      isWaitingForReview && (
        <div className={styles['verdicts']}>
          <Button size="small" onClick={() => review.mutate({ id, verdict: 'approve' })}>
            {t.referrals.approve}
          </Button>
          <Button size="small" look="danger" onClick={() => review.mutate({ id, verdict: 'refuse' })}>
            {t.referrals.refuse}
          </Button>
        </div>
      ),
  };

  return (
    <Card
      title={t.referrals.referralsTitle}
      spacing="flush"
      action={
        !isEmpty && (
          <StandingChoice
            label={t.referrals.state}
            value={status}
            options={statuses.map((value) => ({ value, label: t.referrals.statuses[value] }))}
            onChange={setStatus}
          />
        )
      }
    >
      <ProblemNotice error={review.error} />
      <QueryState query={referrals}>
        {() =>
          rows.length === 0 && !isEmpty ? (
            <p className={styles['nothing']}>{t.referrals.noneSo}</p>
          ) : isEmpty ? (
            <EmptyState icon={HeartHandshake} title={t.referrals.emptyTitle}>
              {t.referrals.emptyText}
            </EmptyState>
          ) : (
            <>
              <DataTable
                onPhone="stacked"
                density="dense"
                caption={t.referrals.referralsTitle}
                columns={
                  mayReview && rows.some(({ isWaitingForReview }) => isWaitingForReview)
                    ? [...columns, reviewColumn]
                    : columns
                }
                rows={rows}
                keyOf={({ id }) => id}
              />
              <MoreButton
                hasMore={referrals.hasNextPage}
                isBusy={referrals.isFetchingNextPage}
                onMore={() => void referrals.fetchNextPage()}
              />
            </>
          )
        }
      </QueryState>
    </Card>
  );
}
