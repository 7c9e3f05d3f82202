import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { UserSearch } from 'lucide-react';

import { customersByIdQuery, type Customer } from '../../api/customers.ts';
import { segmentMembersQuery, type Segment } from '../../api/segments.ts';
import type { Store } from '../../api/stores.ts';
import { Card } from '../../components/card.tsx';
import { DataTable, type Column } from '../../components/data-table.tsx';
import { EmptyState } from '../../components/empty-state.tsx';
import { MoreButton } from '../../components/more-button.tsx';
import { useFormats } from '../../formats/formats-context.ts';
import { useMessages } from '../../messages/messages-context.ts';
import { QueryState } from '../../shell/query-state.tsx';
import { nameOf } from '../customers/customer-name.ts';
import { mainValueOf } from '../customers/main-value.ts';

/** Until the names are here, members are called by a part of their id. */
const shownIdLength = 8;

interface MemberRow {
  readonly customerId: string;
  readonly since: string;
  readonly customer: Customer | undefined;
}

/** Who is in the segment, each a way to their page. */
export function MembersCard({ store, segment }: { readonly store: Store; readonly segment: Segment }) {
  const t = useMessages();
  const formats = useFormats();
  const members = useInfiniteQuery(segmentMembersQuery(store.id, segment.id));
  const found = members.data?.pages.flatMap(({ data }) => data) ?? [];
  const customers = useQuery(
    customersByIdQuery(
      store.id,
      found.map(({ customerId }) => customerId),
    ),
  );
  const rows: readonly MemberRow[] = found.map((member) => ({
    ...member,
    customer: customers.data?.find(({ id }) => id === member.customerId),
  }));
  const valueOf = ({ customer }: MemberRow) =>
    customer === undefined ? undefined : mainValueOf(customer, store.currency);
  const columns: readonly Column<MemberRow>[] = [
    {
      header: t.customers.name,
      cell: ({ customerId, customer }) => (
        <Link data-row to="/stores/$slug/customers/$customerId" params={{ slug: store.slug, customerId }}>
          {customer === undefined ? customerId.slice(-shownIdLength) : nameOf(customer, t)}
        </Link>
      ),
    },
    {
      header: t.customers.orders,
      align: 'end',
      cell: (row) => formats.number(valueOf(row)?.orderCount ?? 0),
    },
    {
      header: t.customers.value,
      align: 'end',
      cell: (row) =>
        formats.money({
          amountMinor: valueOf(row)?.netMinor ?? 0,
          currency: valueOf(row)?.currency ?? store.currency,
        }),
    },
    {
      header: t.forecasts.list.predicted,
      align: 'end',
      shown: 'wide',
      cell: ({ customer }) =>
        customer?.forecast == null
          ? '–'
          : formats.money({ amountMinor: customer.forecast.predictedValueMinor, currency: store.currency }),
    },
    {
      header: t.forecasts.list.alive,
      align: 'end',
      shown: 'wide',
      cell: ({ customer }) =>
        customer?.forecast == null ? '–' : formats.wholePercent(customer.forecast.probabilityAlive),
    },
    { header: t.segments.memberSince, align: 'end', shown: 'wide', cell: ({ since }) => formats.date(since) },
  ];
  const inList = (
    <Link to="/stores/$slug/customers" params={{ slug: store.slug }} search={{ segment: segment.key }}>
      {t.segments.membersInList}
    </Link>
  );
  return (
    <Card
      title={t.segments.membersTitle}
      note={t.segments.membersNote}
      action={rows.length > 0 && inList}
      spacing="flush"
    >
      <QueryState query={members}>
        {() =>
          rows.length === 0 ? (
            <EmptyState icon={UserSearch} title={t.segments.membersEmptyTitle}>
              {t.segments.membersEmptyText}
            </EmptyState>
          ) : (
            <>
              <DataTable
                caption={t.segments.membersTitle}
                columns={columns}
                rows={rows}
                keyOf={({ customerId }) => customerId}
                density="dense"
              />
              <MoreButton
                hasMore={members.hasNextPage}
                isBusy={members.isFetchingNextPage}
                onMore={() => void members.fetchNextPage()}
              />
            </>
          )
        }
      </QueryState>
    </Card>
  );
}
