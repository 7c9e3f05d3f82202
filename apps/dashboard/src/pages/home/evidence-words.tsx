import type { ForecastEvidence } from '../../api/forecasts.ts';
import { useFormats } from '../../formats/formats-context.ts';
import { useMessages } from '../../messages/messages-context.ts';
import styles from './outlook.module.css';

/** How right the model would have been about the store's own past, in words. */
export function EvidenceWords({
  evidence,
  currency,
}: {
  readonly evidence: ForecastEvidence | null;
  readonly currency: string;
}) {
  const { store: t } = useMessages().forecasts;
  const formats = useFormats();
  if (evidence === null) return <p className={styles['words']}>{t.noTest}</p>;
  const { purchasesExpected: expected, purchasesActual: actual } = evidence;
  const count = (value: number) => formats.number(Math.round(value));
  const money = (amountMinor: number) => formats.roughMoney({ amountMinor, currency });
  const off = actual === 0 ? '–' : formats.signedPercent(expected / actual - 1);
  return (
    <section className={styles['words']} aria-label={t.testTitle}>
      <h3 className={styles['subtitle']}>{t.testTitle}</h3>
      <p>
        {t.test(formats.calendarDay(evidence.knownUntil), formats.number(evidence.days))}{' '}
        {t.testOrders(count(expected), count(actual), off)}{' '}
        {t.testMoney(money(evidence.spendExpectedMinor), money(evidence.spendActualMinor))}
      </p>
      <p>
        {t.testCustomers(
          formats.hundredths(evidence.meanAbsoluteError),
          formats.hundredths(evidence.meanAbsoluteErrorOfPast),
        )}{' '}
        {t.testCoverage(formats.wholePercent(evidence.coverage))}
      </p>
    </section>
  );
}
