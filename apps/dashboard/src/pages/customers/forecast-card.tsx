import { useQuery } from '@tanstack/react-query';

import type { Customer } from '../../api/customers.ts';
import { forecastQuery, type CustomerForecast } from '../../api/forecasts.ts';
import type { Store } from '../../api/stores.ts';
import { Card } from '../../components/card.tsx';
import { IntervalBar } from '../../components/charts/interval-bar.tsx';
import { Stat, Stats } from '../../components/stat.tsx';
import { useFormats } from '../../formats/formats-context.ts';
import { useMessages } from '../../messages/messages-context.ts';
import { QueryState } from '../../shell/query-state.tsx';
import styles from './customers.module.css';
import { ForecastBasis } from './forecast-basis.tsx';
import { mainValueOf } from './main-value.ts';
import { nameChance } from './name-chance.ts';
import { Notes } from './notes.tsx';
import { toNextOrder } from './to-next-order.ts';

/** What is to be expected of a customer, how sure that is, and what it rests on. */
export function ForecastCard({ store, customer }: { readonly store: Store; readonly customer: Customer }) {
  const { forecasts: t } = useMessages();
  const query = useQuery(forecastQuery(store.id, customer.id));
  const renewals = mainValueOf(customer, store.currency)?.renewals.count ?? 0;
  return (
    <Card title={t.title}>
      <QueryState query={query}>
        {(forecast) =>
          forecast === null ? (
            <p className={styles['basis']}>{t.none}</p>
          ) : (
            <Forecast forecast={forecast} renewals={renewals} />
          )
        }
      </QueryState>
    </Card>
  );
}

function Forecast({ forecast, renewals }: { readonly forecast: CustomerForecast; readonly renewals: number }) {
  const { forecasts: t } = useMessages();
  const formats = useFormats();
  const { value, purchases, probabilityAlive, currency } = forecast;
  const money = (amountMinor: number) => formats.money({ amountMinor, currency });
  const { half, most, nearlyAll } = value.intervals;
  const isNothing = nearlyAll.high === 0;
  return (
    <div className={styles['value']}>
      {renewals > 0 && <p className={styles['basis']}>{t.beside(formats.number(renewals), renewals === 1)}</p>}
      <Stats>
        <Stat
          label={t.value}
          value={money(value.expectedMinor)}
          note={
            <Notes
              lines={[
                isNothing ? t.nothing : t.mostly(money(most.low), money(most.high)),
                t.later(money(forecast.residualMinor)),
              ]}
            />
          }
        />
        <Stat
          label={renewals > 0 ? t.aliveBeside : t.alive}
          value={formats.wholePercent(probabilityAlive)}
          note={renewals > 0 ? undefined : t.aliveWords[nameChance(probabilityAlive)]}
        />
        <NextOrder forecast={forecast} />
        <Stat
          label={t.orders}
          value={formats.decimal(purchases.expected)}
          note={
            <Notes
              lines={[
                t.mostly(
                  formats.number(Math.round(purchases.intervals.most.low)),
                  formats.number(Math.round(purchases.intervals.most.high)),
                ),
                t.perOrder(money(forecast.expectedSpendMinor)),
              ]}
            />
          }
        />
      </Stats>
      {!isNothing && (
        <div className={styles['likely']}>
          <IntervalBar
            label={t.valueBar(
              money(value.expectedMinor),
              money(value.medianMinor),
              money(most.low),
              money(most.high),
              money(nearlyAll.low),
              money(nearlyAll.high),
            )}
            expected={value.expectedMinor}
            ranges={[half, most, nearlyAll]}
            ends={[money(0), money(Math.max(nearlyAll.high, value.expectedMinor))]}
          />
          <p className={styles['basis']}>{t.barNote}</p>
        </div>
      )}
      <ForecastBasis forecast={forecast} />
    </div>
  );
}

function NextOrder({ forecast }: { readonly forecast: CustomerForecast }) {
  const { forecasts: t } = useMessages();
  const formats = useFormats();
  const { earlyOn, lateOn } = forecast.nextPurchase;
  const { on, wasDueOn } = toNextOrder(forecast);
  return (
    <Stat
      label={t.next}
      value={on === null ? t.nextNever : t.nextAbout(formats.calendarDay(on))}
      note={
        <Notes
          lines={[
            wasDueOn !== null && t.wasDue(formats.calendarDay(wasDueOn)),
            on !== null &&
              earlyOn !== null &&
              lateOn !== null &&
              t.nextRange(formats.calendarDay(earlyOn), formats.calendarDay(lateOn)),
          ]}
        />
      }
    />
  );
}
