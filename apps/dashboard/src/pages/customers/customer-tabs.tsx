import type { ReactNode } from 'react';
import { useNavigate, useSearch } from '@tanstack/react-router';

import type { Customer } from '../../api/customers.ts';
import type { Store } from '../../api/stores.ts';
import { Tabs } from '../../components/tabs.tsx';
import { useMessages } from '../../messages/messages-context.ts';
import { useMay } from '../../shell/use-may.ts';
import { FriendsPart } from './friends-part.tsx';
import { OrdersCard } from './orders-card.tsx';
import { parsePartSearch, type CustomerPart } from './part-search.ts';
import { TimelineCard } from './timeline/timeline-card.tsx';

/** The large parts of a customer's page, one at a time; the address keeps which. */
export function CustomerTabs({ store, customer }: { readonly store: Store; readonly customer: Customer }) {
  const customerId = customer.id;
  const { customers: t } = useMessages();
  const { part = 'timeline', order = null } = useSearch({ from: '/inside/stores/$slug/customers/$customerId' });
  const navigate = useNavigate();
  const maySee = { orders: useMay('orders.read'), friends: useMay('referrals.read'), timeline: true };
  const contents: Readonly<Record<CustomerPart, () => ReactNode>> = {
    timeline: () => <TimelineCard store={store} customerId={customerId} orderId={order} />,
    orders: () => <OrdersCard store={store} customerId={customerId} />,
    friends: () => <FriendsPart store={store} customer={customer} />,
  };
  return (
    <Tabs
      label={t.tabsLabel}
      value={part}
      tabs={(['timeline', 'orders', 'friends'] as const)
        .filter((each) => maySee[each])
        .map((each) => ({ value: each, label: t.tabs[each], content: each === part ? contents[each]() : null }))}
      onChange={(chosen) =>
        void navigate({
          to: '/stores/$slug/customers/$customerId',
          params: { slug: store.slug, customerId },
          search: parsePartSearch({ part: chosen }),
          replace: true,
        })
      }
    />
  );
}
