import type { Customer } from '../../api/customers.ts';
import type { Store } from '../../api/stores.ts';
import { Card } from '../../components/card.tsx';
import { Stat, Stats } from '../../components/stat.tsx';
import { useFormats } from '../../formats/formats-context.ts';
import { useMessages } from '../../messages/messages-context.ts';
import { mainValueOf } from './main-value.ts';

/** What a customer has brought, and how often they come. */
export function ValueCard({ store, customer }: { readonly store: Store; readonly customer: Customer }) {
  const t = useMessages();
  const formats = useFormats();
  const value = mainValueOf(customer, store.currency);
  const currency = value?.currency ?? store.currency;
  const money = (amountMinor: number) => formats.money({ amountMinor, currency });
  const others = customer.values
    .filter((other) => other !== value)
    .map(({ netMinor, currency: code }) => formats.money({ amountMinor: netMinor, currency: code }));
  const rhythmDays = value?.rhythmDays ?? null;
  return (
    <Card>
      <Stats>
        <Stat
          label={t.customers.netSpent}
          value={money(value?.netMinor ?? 0)}
          note={
            others.length > 0
              ? t.customers.otherCurrency(formats.list(others))
              : value !== undefined && value.refundedMinor > 0
                ? t.customers.refundedNote(money(value.refundedMinor))
                : undefined
          }
        />
        <Stat
          label={t.customers.orderCount}
          value={formats.number(value?.orderCount ?? 0)}
          note={value?.lastPurchaseAt == null ? undefined : t.customers.lastNote(formats.date(value.lastPurchaseAt))}
        />
        <Stat
          label={t.customers.averageOrder}
          value={value?.averageOrderMinor == null ? '–' : money(Math.round(value.averageOrderMinor))}
        />
        <Stat
          label={t.customers.rhythm}
          value={rhythmDays === null ? '–' : t.customers.rhythmEvery(formats.number(Math.round(rhythmDays)))}
          note={rhythmDays === null ? t.customers.rhythmNone : undefined}
        />
        <Stat
          label={t.customers.firstOrder}
          value={value?.firstPurchaseAt == null ? '–' : formats.date(value.firstPurchaseAt)}
        />
      </Stats>
    </Card>
  );
}
