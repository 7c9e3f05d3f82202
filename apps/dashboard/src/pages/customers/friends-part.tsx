import { useInfiniteQuery, useQuery } from '@tanstack/react-query';

import { customersByIdQuery, type Customer } from '../../api/customers.ts';
import { referralsQuery, rewardsQuery, type Referral } from '../../api/referrals.ts';
import type { Store } from '../../api/stores.ts';
import { Badge } from '../../components/badge.tsx';
import { Card } from '../../components/card.tsx';
import { MoreButton } from '../../components/more-button.tsx';
import { useFormats } from '../../formats/formats-context.ts';
import { useMessages } from '../../messages/messages-context.ts';
import { QueryState } from '../../shell/query-state.tsx';
import { useMay } from '../../shell/use-may.ts';
import { explainReferral } from '../referrals/explain-referral.ts';
import { referralTones } from '../referrals/tones.ts';
import { RewardList } from '../referrals/reward-list.tsx';
import { AdvocateLinkCard } from './advocate-link-card.tsx';
import { CustomerLink } from './customer-link.tsx';
import styles from './customers.module.css';

/** Whom a customer brought, who brought them, and what it earned them. */
export function FriendsPart({ store, customer }: { readonly store: Store; readonly customer: Customer }) {
  const customerId = customer.id;
  const t = useMessages();
  const maySeeRewards = useMay('rewards.read');
  const referrals = useInfiniteQuery(referralsQuery(store.id, customerId));
  const rewards = useInfiniteQuery({ ...rewardsQuery(store.id, customerId), enabled: maySeeRewards });
  const rows = referrals.data?.pages.flatMap(({ data }) => data) ?? [];
  const given = rewards.data?.pages.flatMap(({ data }) => data) ?? [];
  const broughtBy = rows.filter(({ friendId }) => friendId === customerId);
  const brought = rows.filter(({ advocateId }) => advocateId === customerId);
  return (
    <div className={styles['aside']}>
      {customer.erasedAt === null && <AdvocateLinkCard storeId={store.id} customerId={customerId} />}
      <Card title={t.referrals.referralsTitle}>
        <QueryState query={referrals} lines={3}>
          {() =>
            rows.length === 0 ? (
              <p className={styles['verdictWhy']}>{t.customers.friendsNone}</p>
            ) : (
              <div className={styles['facts']}>
                <People title={t.customers.broughtBy} store={store} referrals={broughtBy} who="advocateId" />
                <People title={t.customers.friendsBrought} store={store} referrals={brought} who="friendId" />
                <MoreButton
                  hasMore={referrals.hasNextPage}
                  isBusy={referrals.isFetchingNextPage}
                  onMore={() => void referrals.fetchNextPage()}
                />
              </div>
            )
          }
        </QueryState>
      </Card>
      {maySeeRewards && (
        <Card title={t.referrals.rewardsTitle} spacing={given.length === 0 ? 'padded' : 'flush'}>
          <QueryState query={rewards} lines={2}>
            {() =>
              given.length === 0 ? (
                <p className={styles['verdictWhy']}>{t.customers.rewardsNone}</p>
              ) : (
                <RewardList store={store} rewards={given} customers={null} />
              )
            }
          </QueryState>
        </Card>
      )}
    </div>
  );
}

interface PeopleProps {
  readonly title: string;
  readonly store: Store;
  readonly referrals: readonly Referral[];
  readonly who: 'advocateId' | 'friendId';
}

function People({ title, store, referrals, who }: PeopleProps) {
  const t = useMessages();
  const formats = useFormats();
  const { data: customers } = useQuery(
    customersByIdQuery(
      store.id,
      referrals.map((referral) => referral[who]),
    ),
  );
  if (referrals.length === 0) return null;
  return (
    <section className={styles['facts']}>
      <h3 className={styles['verdictWhy']}>{title}</h3>
      <ul className={styles['verdicts']}>
        {referrals.map((referral) => (
          <li key={referral.id} className={styles['person']}>
            <CustomerLink store={store} customerId={referral[who]} customers={customers} />
            <Badge tone={referralTones[referral.status]}>{t.referrals.statuses[referral.status]}</Badge>
            <span className={styles['verdictWhy']}>
              {[formats.date(referral.claimedAt), explainReferral(referral, t.referrals, formats)]
                .filter((part) => part !== '')
                .join(' · ')}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
