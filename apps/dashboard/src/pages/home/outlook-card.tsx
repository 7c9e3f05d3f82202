import { useQuery } from '@tanstack/react-query';

import { valueModelQuery, type ValueModel } from '../../api/forecasts.ts';
import type { Store } from '../../api/stores.ts';
import { Card } from '../../components/card.tsx';
import { IntervalBar } from '../../components/charts/interval-bar.tsx';
import { Skeleton } from '../../components/skeleton.tsx';
import { Stat, Stats } from '../../components/stat.tsx';
import { useFormats } from '../../formats/formats-context.ts';
import { useMessages } from '../../messages/messages-context.ts';
import styles from './outlook.module.css';
import { EvidenceWords } from './evidence-words.tsx';
import { ModelWords } from './model-words.tsx';

/** What a store's customers of today are expected to bring, and how right the model would have been. */
export function OutlookCard({ store }: { readonly store: Store }) {
  const { forecasts: t } = useMessages();
  const { data } = useQuery(valueModelQuery(store.id));
  if (data === undefined) {
    return (
      <Card title={t.store.title}>
        <Skeleton lines={4} />
      </Card>
    );
  }
  if (data.model === null) return null;
  return (
    <Card title={t.store.title} note={t.store.note}>
      <div className={styles['outlook']}>
        {data.outlook === null ? (
          <p className={styles['words']}>{t.waiting}</p>
        ) : (
          <Expected outlook={data.outlook} currency={data.currency} />
        )}
        {data.model.on === 'similarStores' ? (
          <p className={styles['words']}>{t.restsOnOthers}</p>
        ) : (
          <EvidenceWords evidence={data.evidence} currency={data.currency} />
        )}
        <ModelWords model={data.model} />
      </div>
    </Card>
  );
}

function Expected({
  outlook,
  currency,
}: {
  readonly outlook: NonNullable<ValueModel['outlook']>;
  readonly currency: string;
}) {
  const { forecasts: t } = useMessages();
  const formats = useFormats();
  const money = (amountMinor: number) => formats.roughMoney({ amountMinor, currency });
  const { value, valueMinor, alive, customers, purchases } = outlook;
  return (
    <>
      <Stats>
        <Stat label={t.store.value} value={money(valueMinor)} note={t.mostly(money(value.low), money(value.high))} />
        <Stat
          label={t.store.alive}
          value={formats.number(Math.round(alive))}
          note={t.store.ofBuyers(customers, formats.number(customers))}
        />
        <Stat label={t.store.purchases} value={formats.number(Math.round(purchases))} />
      </Stats>
      <IntervalBar
        label={t.store.bar(money(valueMinor), money(value.low), money(value.high))}
        expected={valueMinor}
        ranges={[value]}
        ends={[money(0), money(Math.max(value.high, valueMinor))]}
      />
    </>
  );
}
