import type { CustomerForecast } from '../../api/forecasts.ts';
import { useFormats } from '../../formats/formats-context.ts';
import { useMessages } from '../../messages/messages-context.ts';
import styles from './customers.module.css';

/** What a forecast rests on, in words. */
export function ForecastBasis({ forecast: { basis, purchaseDays } }: { readonly forecast: CustomerForecast }) {
  const { forecasts: t } = useMessages();
  const formats = useFormats();
  const days = formats.number(purchaseDays);
  const repeats = formats.number(basis.repeatPurchases);
  const restsOn = {
    ownCustomers: () => t.restsOn(purchaseDays, days, formats.number(basis.customers), repeats),
    partlySimilarStores: () => t.restsPartly(purchaseDays, days, repeats),
    similarStores: () => t.restsOnOthers,
  }[basis.on]();
  return (
    <p className={styles['basis']}>
      {restsOn} {t.modelLine(t.models[basis.modelId] ?? basis.modelId, formats.date(basis.fittedAt))}
    </p>
  );
}
