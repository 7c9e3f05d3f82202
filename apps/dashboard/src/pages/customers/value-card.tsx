import { useInfiniteQuery, useQuery } from '@tanstack/react-query';

import { mediansQuery, type Customer } from '../../api/customers.ts';
import { forecastQuery } from '../../api/forecasts.ts';
import { ordersOfCustomerQuery } from '../../api/orders.ts';
import type { Store } from '../../api/stores.ts';
import { Card } from '../../components/card.tsx';
import { Stat, Stats } from '../../components/stat.tsx';
import { useFormats } from '../../formats/formats-context.ts';
import { useMessages } from '../../messages/messages-context.ts';
import { useMay } from '../../shell/use-may.ts';
import styles from './customers.module.css';
import { latestOf } from './latest-of.ts';
import { mainValueOf } from './main-value.ts';
import { Notes } from './notes.tsx';
import { OrderChart } from './order-chart.tsx';
import { toNextOrder } from './to-next-order.ts';

/** What a customer has brought and how often they come, beside what is usual in the store. */
export function ValueCard({ store, customer }: { readonly store: Store; readonly customer: Customer }) {
  const { customers: t } = useMessages();
  const formats = useFormats();
  const maySeeOrders = useMay('orders.read');
  const orders = useInfiniteQuery({ ...ordersOfCustomerQuery(store.id, customer.id), enabled: maySeeOrders });
  const { data: forecast } = useQuery({
    ...forecastQuery(store.id, customer.id),
    enabled: customer.erasedAt === null,
  });
  const { data: usual } = useQuery(mediansQuery(store.id));
  const value = mainValueOf(customer, store.currency);
  const currency = value?.currency ?? store.currency;
  const isComparable = usual !== undefined && usual.currency === currency;
  const money = (amountMinor: number) => formats.money({ amountMinor: Math.round(amountMinor), currency });
  const others = customer.values
    .filter((other) => other !== value)
    .map(({ netMinor, currency: code }) => formats.money({ amountMinor: netMinor, currency: code }));
  const rhythmDays = value?.rhythmDays ?? null;
  const renewals = value?.renewals.count ?? 0;
  const lastPaidAt = latestOf(value?.lastPurchaseAt ?? null, value?.renewals.lastAt ?? null);
  const gaps = (value?.orderCount ?? 0) - 1;
  return (
    <Card>
      <div className={styles['value']}>
        <Stats>
          <Stat
            label={t.netSpent}
            value={money(value?.netMinor ?? 0)}
            note={
              <Notes
                lines={[
                  others.length > 0 && t.otherCurrency(formats.list(others)),
                  value !== undefined && renewals > 0 && t.renewalsBrought(money(value.renewals.netMinor)),
                  value !== undefined && value.refundedMinor > 0 && t.refundedNote(money(value.refundedMinor)),
                  isComparable &&
                    usual.valueMinor !== null &&
                    t.usualValue(money(usual.valueMinor), formats.number(usual.buyers)),
                ]}
              />
            }
          />
          <Stat
            label={t.orderCount}
            value={formats.number(value?.orderCount ?? 0)}
            note={
              <Notes
                lines={[
                  renewals > 0 && t.renewals(formats.number(renewals), renewals === 1),
                  lastPaidAt !== null && (renewals > 0 ? t.lastPaidNote : t.lastNote)(formats.date(lastPaidAt)),
                  isComparable &&
                    usual.orders !== null &&
                    t.usualOrders(formats.decimal(usual.orders), formats.number(usual.buyers)),
                ]}
              />
            }
          />
          <Stat
            label={t.averageOrder}
            value={value?.averageOrderMinor == null ? '–' : money(value.averageOrderMinor)}
            note={
              <Notes
                lines={[
                  value !== undefined &&
                    (renewals > 0 ? t.ofOrders(formats.number(value.orderCount)) : formats.n(value.orderCount)),
                ]}
              />
            }
          />
          <Stat
            label={t.rhythm}
            value={rhythmDays === null ? '–' : t.rhythmEvery(formats.number(Math.round(rhythmDays)))}
            note={
              <Notes
                lines={[
                  rhythmDays === null ? t.rhythmNone(value?.orderCount ?? 0) : t.rhythmNote(t.gaps(gaps)),
                  renewals > 0 && t.rhythmRenewing,
                  isComparable &&
                    usual.daysBetweenOrders !== null &&
                    t.usualRhythm(formats.number(Math.round(usual.daysBetweenOrders)), formats.number(usual.gaps)),
                ]}
              />
            }
          />
        </Stats>
        {orders.data !== undefined && (
          <OrderChart
            orders={orders.data.pages[0]?.data ?? []}
            hasMore={orders.hasNextPage}
            currency={currency}
            next={forecast == null || forecast.currency !== currency ? null : toNextOrder(forecast)}
          />
        )}
      </div>
    </Card>
  );
}
