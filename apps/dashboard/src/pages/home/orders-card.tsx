import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { ShoppingBag } from 'lucide-react';

import { latestOrdersQuery } from '../../api/reports.ts';
import type { Store } from '../../api/stores.ts';
import { Card } from '../../components/card.tsx';
import { EmptyState } from '../../components/empty-state.tsx';
import { useFormats } from '../../formats/formats-context.ts';
import { useMessages } from '../../messages/messages-context.ts';
import { QueryState } from '../../shell/query-state.tsx';
import { useNow } from '../../shell/use-now.ts';
import styles from './home.module.css';

type LatestOrder = Awaited<ReturnType<NonNullable<ReturnType<typeof latestOrdersQuery>['queryFn']>>>[number];

/** What was ordered last, and by whom. */
export function OrdersCard({ store }: { readonly store: Store }) {
  const t = useMessages();
  const query = useQuery(latestOrdersQuery(store.id));
  return (
    <Card
      title={t.home.orders}
      spacing="flush"
      action={
        <Link to="/stores/$slug/customers" params={{ slug: store.slug }}>
          {t.home.toCustomers}
        </Link>
      }
    >
      <QueryState query={query} lines={6}>
        {(orders) =>
          orders.length === 0 ? (
            <EmptyState icon={ShoppingBag} title={t.home.noOrders}>
              {null}
            </EmptyState>
          ) : (
            <ul>
              {orders.map((order) => (
                <OrderLine key={order.id} order={order} store={store} />
              ))}
            </ul>
          )
        }
      </QueryState>
    </Card>
  );
}

function OrderLine({ order, store }: { readonly order: LatestOrder; readonly store: Store }) {
  const t = useMessages();
  const formats = useFormats();
  const nowMs = useNow();
  const { customer, customerId, lineItems, totals, currency, placedAt } = order;
  const name = [customer?.firstName, customer?.lastName].filter(Boolean).join(' ');
  const who = name === '' ? (customer?.email ?? t.home.nobody) : name;
  return (
    <li className={styles['order']}>
      <span className={styles['orderWords']}>
        {customerId === null ? (
          who
        ) : (
          <Link to="/stores/$slug/customers/$customerId" params={{ slug: store.slug, customerId }}>
            {who}
          </Link>
        )}
        <span className={styles['goods']}>{lineItems.map((line) => line.name).join(', ')}</span>
      </span>
      <span className={styles['orderFigures']}>
        {formats.money({ amountMinor: totals.grandMinor, currency })}
        <time dateTime={placedAt} className={styles['quiet']}>
          {formats.ago(placedAt, nowMs)}
        </time>
      </span>
    </li>
  );
}
