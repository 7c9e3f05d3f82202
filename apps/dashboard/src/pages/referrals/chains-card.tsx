import { useQuery } from '@tanstack/react-query';

import { customersByIdQuery, type Customer } from '../../api/customers.ts';
import { chainsQuery, type ReferralChain } from '../../api/referrals.ts';
import type { Store } from '../../api/stores.ts';
import { Badge } from '../../components/badge.tsx';
import { Card } from '../../components/card.tsx';
import { useMessages } from '../../messages/messages-context.ts';
import { CustomerLink } from '../customers/customer-link.tsx';
import styles from './referrals.module.css';
import { referralTones } from './tones.ts';

/** Who brought whom, from the first advocate to the friends of friends. Nothing where nobody brought anybody. */
export function ChainsCard({ store }: { readonly store: Store }) {
  const { referrals: t } = useMessages();
  const { data: chains = [] } = useQuery(chainsQuery(store.id));
  const { data: customers } = useQuery(
    customersByIdQuery(
      store.id,
      chains.flatMap(({ advocateId, links }) => [advocateId, ...links.map(({ friendId }) => friendId)]),
    ),
  );
  if (chains.length === 0) return null;
  return (
    <Card title={t.chainsTitle} note={t.chainsNote}>
      <ul className={styles['chains']}>
        {chains.map(({ advocateId, links }) => (
          <li key={advocateId} className={styles['chain']}>
            <span className={styles['root']}>
              <CustomerLink store={store} customerId={advocateId} customers={customers} />
              <span className={styles['note']}>
                {t.brought(links.length, Math.max(...links.map(({ depth }) => depth)))}
              </span>
            </span>
            <Friends store={store} advocateId={advocateId} depth={1} links={links} customers={customers} />
          </li>
        ))}
      </ul>
    </Card>
  );
}

interface FriendsProps {
  readonly store: Store;
  readonly advocateId: string;
  readonly depth: number;
  readonly links: ReferralChain['links'];
  readonly customers: readonly Customer[] | undefined;
}

function Friends({ store, advocateId, depth, links, customers }: FriendsProps) {
  const { referrals: t } = useMessages();
  const own = links.filter((link) => link.advocateId === advocateId && link.depth === depth);
  if (own.length === 0) return null;
  return (
    <ul className={styles['friends']}>
      {own.map(({ referralId, friendId, status }) => (
        <li key={referralId} className={styles['friend']}>
          <span className={styles['link']}>
            <CustomerLink store={store} customerId={friendId} customers={customers} />
            <Badge tone={referralTones[status]}>{t.statuses[status]}</Badge>
          </span>
          <Friends store={store} advocateId={friendId} depth={depth + 1} links={links} customers={customers} />
        </li>
      ))}
    </ul>
  );
}
