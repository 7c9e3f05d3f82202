import { useInfiniteQuery } from '@tanstack/react-query';
import { ShoppingBag } from 'lucide-react';

import { ordersOfCustomerQuery } from '../../api/orders.ts';
import type { Store } from '../../api/stores.ts';
import { Card } from '../../components/card.tsx';
import { EmptyState } from '../../components/empty-state.tsx';
import { MoreButton } from '../../components/more-button.tsx';
import { useMessages } from '../../messages/messages-context.ts';
import { QueryState } from '../../shell/query-state.tsx';
import { OrderItem } from './order-item.tsx';
import styles from './orders.module.css';

/** What a customer bought, line by line, and what was given back. */
export function OrdersCard({ store, customerId }: { readonly store: Store; readonly customerId: string }) {
  const t = useMessages();
  const orders = useInfiniteQuery(ordersOfCustomerQuery(store.id, customerId));
  const rows = orders.data?.pages.flatMap(({ data }) => data) ?? [];
  return (
    <Card spacing="flush">
      <QueryState query={orders} lines={6}>
        {() =>
          rows.length === 0 ? (
            <EmptyState icon={ShoppingBag} title={t.customers.ordersEmptyTitle}>
              {t.customers.ordersEmptyText}
            </EmptyState>
          ) : (
            <>
              <ol className={styles['orders']}>
                {rows.map((order) => (
                  <OrderItem key={order.id} order={order} />
                ))}
              </ol>
              <MoreButton
                hasMore={orders.hasNextPage}
                isBusy={orders.isFetchingNextPage}
                onMore={() => void orders.fetchNextPage()}
              />
            </>
          )
        }
      </QueryState>
    </Card>
  );
}
