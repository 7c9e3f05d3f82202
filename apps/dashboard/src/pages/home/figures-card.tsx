import type { StoreFigures } from '../../api/reports.ts';
import type { Store } from '../../api/stores.ts';
import { Card } from '../../components/card.tsx';
import { Skeleton } from '../../components/skeleton.tsx';
import { Stat, Stats } from '../../components/stat.tsx';
import { useFormats } from '../../formats/formats-context.ts';
import { useMessages } from '../../messages/messages-context.ts';
import { Notes } from '../customers/notes.tsx';
import styles from './home.module.css';

export interface FiguresCardProps {
  readonly figures: StoreFigures | null;
  readonly store: Store;
}

/** Who comes back, and what they are worth. */
export function FiguresCard({ figures, store }: FiguresCardProps) {
  const t = useMessages();
  const formats = useFormats();
  if (figures === null) {
    return (
      <Card>
        <Skeleton lines={3} />
      </Card>
    );
  }
  const { buyers, regulars, pace, medianMinor } = figures;
  const money = (amountMinor: number | null) =>
    amountMinor === null ? '–' : formats.money({ amountMinor, currency: store.currency });
  return (
    <Card>
      <Stats>
        <Stat
          label={t.home.regulars}
          value={formats.number(regulars)}
          note={t.home.newRegulars(formats.number(figures.newRegulars))}
        />
        <Stat label={t.home.repeat} value={buyers === 0 ? '–' : formats.percent(regulars / buyers)} n={buyers} />
        <Stat
          label={t.home.average}
          value={money(figures.averageMinor)}
          n={buyers}
          note={t.home.averageNote(money(medianMinor))}
        />
        <Stat
          label={t.home.total}
          value={formats.roughMoney({ amountMinor: figures.netMinor, currency: store.currency })}
          note={
            <Notes
              lines={[
                t.home.totalNote(figures.customers, formats.number(figures.customers)),
                figures.renewers > 0 &&
                  t.home.ofRenewals(
                    formats.roughMoney({ amountMinor: figures.renewalsMinor, currency: store.currency }),
                    formats.number(figures.renewers),
                    figures.renewers === 1,
                  ),
              ]}
            />
          }
        />
        <Stat
          label={t.home.orders30}
          value={formats.number(pace.days30)}
          note={t.home.before(formats.number(pace.days30Before), formats.number(30))}
        />
        <Stat
          label={t.home.orders7}
          value={formats.number(pace.days7)}
          note={t.home.before(formats.number(pace.days7Before), formats.number(7))}
        />
      </Stats>
      <p className={styles['aside']}>{figures.renewers > 0 ? t.home.ordersKeptRenewals : t.home.ordersKept}</p>
      {figures.renewersOnly > 0 && (
        <p className={styles['aside']}>
          {t.home.renewersOnly(
            money(figures.renewersOnlyMinor),
            formats.number(figures.renewersOnly),
            figures.renewersOnly === 1,
          )}
        </p>
      )}
    </Card>
  );
}
