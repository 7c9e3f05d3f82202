import { useMutation, useQueryClient } from '@tanstack/react-query';

import type { Customer } from '../../api/customers.ts';
import { retryReward, type Reward } from '../../api/referrals.ts';
import type { Store } from '../../api/stores.ts';
import { Badge } from '../../components/badge.tsx';
import { Button } from '../../components/button.tsx';
import { DataTable, type Column } from '../../components/data-table.tsx';
import { useFormats } from '../../formats/formats-context.ts';
import { useMessages } from '../../messages/messages-context.ts';
import { ProblemNotice } from '../../shell/problem-notice.tsx';
import { useMay } from '../../shell/use-may.ts';
import { CustomerLink } from '../customers/customer-link.tsx';
import styles from './referrals.module.css';
import { rewardTones } from './tones.ts';
import { useWorth } from './use-worth.ts';

export interface RewardListProps {
  readonly store: Store;
  readonly rewards: readonly Reward[];
  /** Whose they are; null on the page of the one they all belong to. */
  readonly customers: readonly Customer[] | undefined | null;
}

/** Rewards and where their codes stand; a stuck one can be tried again. */
export function RewardList({ store, rewards, customers }: RewardListProps) {
  const t = useMessages();
  const formats = useFormats();
  const queryClient = useQueryClient();
  const mayRetry = useMay('rewards.write');
  const retry = useMutation({
    mutationFn: (rewardId: string) => retryReward(store.id, rewardId),
    onSuccess: () => queryClient.invalidateQueries({ queryKey: ['stores', store.id, 'rewards'] }),
  });
  const worth = useWorth(store);
  const whose: Column<Reward> = {
    header: t.referrals.for,
    cell: ({ customerId }) => <CustomerLink store={store} customerId={customerId} customers={customers ?? undefined} />,
  };
  const columns: Column<Reward>[] = [
    ...(customers === null ? [] : [whose]),
    { header: t.referrals.what, shown: 'wide', cell: ({ side }) => t.referrals.sides[side] },
    { header: t.referrals.code, cell: ({ code }) => <code className={styles['code']}>{code}</code> },
    { header: t.referrals.worth, align: 'end', cell: ({ terms }) => worth(terms) },
    {
      header: t.referrals.state,
      cell: ({ id, status, reason, expiresAt }) => (
        <div className={styles['state']}>
          <Badge tone={rewardTones[status]}>{t.referrals.rewardStatuses[status]}</Badge>
          {reason !== null && <span className={styles['note']}>{t.referrals.stuckReasons[reason] ?? reason}</span>}
          {status === 'issued' && (
            <span className={styles['note']}>{t.referrals.goodUntil(formats.date(expiresAt))}</span>
          )}
          {status === 'stuck' && mayRetry && (
            <Button size="small" isBusy={retry.isPending && retry.variables === id} onClick={() => retry.mutate(id)}>
              {t.common.tryAgain}
            </Button>
          )}
        </div>
      ),
    },
  ];
  return (
    <>
      <ProblemNotice error={retry.error} />
      <DataTable
        onPhone="stacked"
        density="dense"
        caption={t.referrals.rewardsTitle}
        columns={columns}
        rows={rewards}
        keyOf={({ id }) => id}
      />
    </>
  );
}
