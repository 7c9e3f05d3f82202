import { Link } from '@tanstack/react-router';

import type { Customer } from '../../../api/customers.ts';
import type { Store } from '../../../api/stores.ts';
import type { Column } from '../../../components/data-table.tsx';
import { useFormats } from '../../../formats/formats-context.ts';
import { useMessages } from '../../../messages/messages-context.ts';
import { useNow } from '../../../shell/use-now.ts';
import { nameOf } from '../customer-name.ts';
import { latestOf } from '../latest-of.ts';
import { mainValueOf } from '../main-value.ts';
import styles from './list.module.css';

/** What the list shows of each customer; the sortable columns carry the server's name for the order. */
export function useCustomerColumns(store: Store): readonly Column<Customer>[] {
  const t = useMessages();
  const formats = useFormats();
  const nowMs = useNow();
  const valueOf = (customer: Customer) => mainValueOf(customer, store.currency);
  const isRenewing = (customer: Customer) => (valueOf(customer)?.renewals.count ?? 0) > 0;
  return [
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
      header: t.customers.consent,
      shown: 'wide',
      cell: ({ consent }) => t.customers.consents[consent.state] ?? consent.state,
    },
    {
      header: t.customers.orders,
      align: 'end',
      sortKey: 'orders',
      cell: (customer) => {
        const value = valueOf(customer);
        const renewals = value?.renewals.count ?? 0;
        return (
          <>
            {formats.number(value?.orderCount ?? 0)}
            {renewals > 0 && (
              <span className={styles['renewals']}>
                {t.customers.renewals(formats.number(renewals), renewals === 1)}
              </span>
            )}
          </>
        );
      },
    },
    {
      header: t.customers.value,
      align: 'end',
      sortKey: 'value',
      cell: (customer) =>
        formats.money({
          amountMinor: valueOf(customer)?.netMinor ?? 0,
          currency: valueOf(customer)?.currency ?? store.currency,
        }),
    },
    {
      header: t.forecasts.list.predicted,
      align: 'end',
      shown: 'wide',
      sortKey: 'predictedValue',
      cell: (customer) =>
        customer.forecast === null ? (
          '–'
        ) : (
          <>
            {formats.money({ amountMinor: customer.forecast.predictedValueMinor, currency: store.currency })}
            {isRenewing(customer) && <span className={styles['renewals']}>{t.forecasts.list.predictedBeside}</span>}
          </>
        ),
    },
    {
      header: t.forecasts.list.alive,
      align: 'end',
      shown: 'wide',
      sortKey: 'probabilityAlive',
      cell: (customer) =>
        customer.forecast === null ? (
          '–'
        ) : (
          <>
            {formats.wholePercent(customer.forecast.probabilityAlive)}
            {isRenewing(customer) && <span className={styles['renewals']}>{t.forecasts.list.aliveBeside}</span>}
          </>
        ),
    },
    {
      header: t.customers.last,
      align: 'end',
      shown: 'wide',
      sortKey: 'lastOrder',
      cell: (customer) => {
        const value = valueOf(customer);
        const orderedAt = value?.lastPurchaseAt ?? null;
        const renewedAt = value?.renewals.lastAt ?? null;
        return (
          <>
            {orderedAt === null ? (
              t.customers.notYet
            ) : (
              <time dateTime={orderedAt} title={formats.dateTime(orderedAt)}>
                {formats.ago(orderedAt, nowMs)}
              </time>
            )}
            {renewedAt !== null && renewedAt === latestOf(orderedAt, renewedAt) && (
              <time className={styles['renewals']} dateTime={renewedAt} title={formats.dateTime(renewedAt)}>
                {t.customers.renewed(formats.ago(renewedAt, nowMs))}
              </time>
            )}
          </>
        );
      },
    },
  ];
}
