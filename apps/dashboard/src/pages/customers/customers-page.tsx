import { useInfiniteQuery } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { Link2, SearchX, SlidersHorizontal, Users } from 'lucide-react';
import { useCallback, useState } from 'react';

import { customerListQuery } from '../../api/customers.ts';
import { Button, buttonClass } from '../../components/button.tsx';
import { Card } from '../../components/card.tsx';
import { DataTable } from '../../components/data-table.tsx';
import { EmptyState } from '../../components/empty-state.tsx';
import { MoreButton } from '../../components/more-button.tsx';
import { Page } from '../../components/page.tsx';
import { SearchField } from '../../components/search-field.tsx';
import { useFormats } from '../../formats/formats-context.ts';
import { useMessages } from '../../messages/messages-context.ts';
import { QueryState } from '../../shell/query-state.tsx';
import { useStore } from '../../shell/use-store.ts';
import { DataRequestsCard } from './data-requests-card.tsx';
import { countFilters, toListQuery, type CustomerSearch } from './list/customer-search.ts';
import { FilterPanel } from './list/filter-panel.tsx';
import styles from './list/list.module.css';
import { useCustomerColumns } from './list/use-customer-columns.tsx';
import { useCopyLink } from './list/use-copy-link.ts';

/** Everybody the store knows: searched, narrowed, sorted; the address keeps it all. */
export function CustomersPage() {
  const t = useMessages();
  const formats = useFormats();
  const store = useStore();
  const search = useSearch({ from: '/inside/stores/$slug/customers' });
  const navigate = useNavigate();
  const customers = useInfiniteQuery(customerListQuery(store.id, toListQuery(search, store.currency)));
  const columns = useCustomerColumns(store);
  const copyLink = useCopyLink();
  const filterCount = countFilters(search);
  const [isOpen, setOpen] = useState(filterCount > 0);
  const onChange = useCallback(
    (change: Partial<Record<keyof CustomerSearch, string | number | undefined>>) =>
      void navigate({
        to: '/stores/$slug/customers',
        params: { slug: store.slug },
        search: (before) => ({ ...before, ...change }) as CustomerSearch,
        replace: true,
      }),
    [navigate, store.slug],
  );
  const onSearch = useCallback((text: string) => onChange({ q: text === '' ? undefined : text }), [onChange]);
  const rows = customers.data?.pages.flatMap(({ data }) => data) ?? [];
  const total = customers.data?.pages[0]?.total ?? null;
  const isNarrowed = filterCount > 0 || search.q !== undefined;
  return (
    <Page width="full" title={t.customers.title} lead={t.customers.lead}>
      <DataRequestsCard storeId={store.id} slug={store.slug} />
      <div className={styles['bar']}>
        <SearchField label={t.customers.search} value={search.q ?? ''} onSearch={onSearch} />
        <div className={styles['actions']}>
          <Button aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
            <SlidersHorizontal size={16} aria-hidden />
            {filterCount === 0 ? t.customers.filters.open : t.customers.filters.some(formats.number(filterCount))}
          </Button>
          <Button look="quiet" onClick={copyLink}>
            <Link2 size={16} aria-hidden />
            {t.customers.filters.copyLink}
          </Button>
        </div>
      </div>
      {isOpen && (
        <Card>
          <FilterPanel store={store} search={search} onChange={onChange} />
        </Card>
      )}
      <Card spacing="flush">
        {total !== null && rows.length > 0 && (
          <div className={styles['count']} role="status">
            <span>{(isNarrowed ? t.customers.fit : t.customers.inAll)(total, formats.number(total))}</span>
            {isNarrowed && (
              <Link
                to="/stores/$slug/customers"
                params={{ slug: store.slug }}
                search={{}}
                onClick={() => setOpen(false)}
              >
                {t.customers.filters.clear}
              </Link>
            )}
          </div>
        )}
        <QueryState query={customers} lines={8}>
          {() =>
            rows.length > 0 ? (
              <div className={customers.isPlaceholderData ? styles['isStale'] : ''}>
                <DataTable
                  caption={t.customers.title}
                  columns={columns}
                  rows={rows}
                  keyOf={({ id }) => id}
                  density="dense"
                  sort={{ key: search.sort ?? 'value', direction: search.order ?? 'descending' }}
                  onSort={({ key, direction }) =>
                    onChange({
                      sort: key === 'value' ? undefined : key,
                      order: direction === 'ascending' ? direction : undefined,
                    })
                  }
                />
                <MoreButton
                  hasMore={customers.hasNextPage}
                  isBusy={customers.isFetchingNextPage}
                  onMore={() => void customers.fetchNextPage()}
                />
              </div>
            ) : isNarrowed ? (
              <EmptyState
                icon={SearchX}
                title={t.customers.noMatchTitle}
                action={
                  <Link
                    to="/stores/$slug/customers"
                    params={{ slug: store.slug }}
                    search={{}}
                    className={buttonClass()}
                  >
                    {t.customers.filters.clear}
                  </Link>
                }
              >
                {search.q === undefined || filterCount > 0 ? t.customers.noFitText : t.customers.noMatchText(search.q)}
              </EmptyState>
            ) : (
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
            )
          }
        </QueryState>
      </Card>
    </Page>
  );
}
