import { useInfiniteQuery } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { SearchX, Users } from 'lucide-react';
import { useCallback } from 'react';

import { customersQuery, type Customer } from '../../api/customers.ts';
import { buttonClass } from '../../components/button.tsx';
import { Card } from '../../components/card.tsx';
import { EmptyState } from '../../components/empty-state.tsx';
import { MoreButton } from '../../components/more-button.tsx';
import { Page } from '../../components/page.tsx';
import { SearchField } from '../../components/search-field.tsx';
import { Table, type Column } from '../../components/table.tsx';
import { useFormats } from '../../formats/formats-context.ts';
import { useMessages } from '../../messages/messages-context.ts';
import { QueryState } from '../../shell/query-state.tsx';
import { useNow } from '../../shell/use-now.ts';
import { useStore } from '../../shell/use-store.ts';
import { nameOf } from './customer-name.ts';
import styles from './customers.module.css';
import { mainValueOf } from './main-value.ts';

/** Everybody who ever bought here. */
export function CustomersPage() {
  const t = useMessages();
  const formats = useFormats();
  const nowMs = useNow();
  const store = useStore();
  const { q: search = '' } = useSearch({ from: '/inside/stores/$slug/customers' });
  const navigate = useNavigate();
  const customers = useInfiniteQuery(customersQuery(store.id, search));
  const onSearch = useCallback(
    (text: string) =>
      void navigate({
        to: '/stores/$slug/customers',
        params: { slug: store.slug },
        search: text === '' ? {} : { q: text },
        replace: true,
      }),
    [navigate, store.slug],
  );
  const rows = customers.data?.pages.flatMap(({ data }) => data) ?? [];
  const columns: Column<Customer>[] = [
    {
      header: t.customers.name,
      cell: (customer) => (
        <div className={styles['who']}>
          <Link
            data-row
            to="/stores/$slug/customers/$customerId"
            params={{ slug: store.slug, customerId: customer.id }}
          >
            {nameOf(customer, t)}
          </Link>
          {customer.email !== null && customer.email !== nameOf(customer, t) && (
            <span className={styles['email']}>{customer.email}</span>
          )}
        </div>
      ),
    },
    {
      header: t.customers.country,
      shown: 'wide',
      cell: ({ country }) => (country === null ? '' : formats.country(country)),
    },
    {
      header: t.customers.orders,
      align: 'end',
      cell: (customer) => formats.number(mainValueOf(customer, store.currency)?.orderCount ?? 0),
    },
    {
      header: t.customers.value,
      align: 'end',
      cell: (customer) =>
        formats.money({
          amountMinor: mainValueOf(customer, store.currency)?.netMinor ?? 0,
          currency: mainValueOf(customer, store.currency)?.currency ?? store.currency,
        }),
    },
    {
      header: t.customers.last,
      align: 'end',
      shown: 'wide',
      cell: (customer) => {
        const lastAt = mainValueOf(customer, store.currency)?.lastPurchaseAt ?? null;
        return lastAt === null ? t.customers.notYet : formats.ago(lastAt, nowMs);
      },
    },
  ];
  return (
    <Page title={t.customers.title} lead={t.customers.lead}>
      <SearchField label={t.customers.search} value={search} onSearch={onSearch} />
      <Card spacing="flush">
        <QueryState query={customers} lines={8}>
          {() => {
            if (rows.length > 0) {
              return (
                <>
                  <Table caption={t.customers.title} columns={columns} rows={rows} keyOf={({ id }) => id} />
                  <MoreButton
                    hasMore={customers.hasNextPage}
                    isBusy={customers.isFetchingNextPage}
                    onMore={() => void customers.fetchNextPage()}
                  />
                </>
              );
            }
            return search === '' ? (
              <EmptyState
                icon={Users}
                title={t.customers.emptyTitle}
                action={
                  <Link to="/stores/$slug" params={{ slug: store.slug }} className={buttonClass('primary')}>
                    {t.shell.toStart}
                  </Link>
                }
              >
                {t.customers.emptyText}
              </EmptyState>
            ) : (
              <EmptyState icon={SearchX} title={t.customers.noMatchTitle}>
                {t.customers.noMatchText(search)}
              </EmptyState>
            );
          }}
        </QueryState>
      </Card>
    </Page>
  );
}
