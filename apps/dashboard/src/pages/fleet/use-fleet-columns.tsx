import { Link } from '@tanstack/react-router';

import type { FleetRow } from '../../api/reports.ts';
import { Sparkline } from '../../components/charts/sparkline.tsx';
import type { Column } from '../../components/data-table.tsx';
import type { SortValue } from '../../components/use-sorted-rows.ts';
import { useFormats } from '../../formats/formats-context.ts';
import { useMessages } from '../../messages/messages-context.ts';
import styles from './fleet.module.css';
import { NeedLink } from './need-link.tsx';

/** More needs than these stand on the store's own page. */
const needsShown = 2;

/** What each column is sorted by, where it is not the order of what needs somebody. */
export const sortValues: Readonly<Record<string, (row: FleetRow) => SortValue>> = {
  store: ({ store }) => store.name,
  regulars: ({ figures }) => figures?.regulars ?? null,
  repeat: (row) => repeatRate(row),
  revenue: (row) => (row.figures === null ? null : lastWholeMonth(row)),
  mails: ({ today }) => today.sent + today.planned,
};

/** The columns of the page of all stores. */
export function useFleetColumns(): readonly Column<FleetRow>[] {
  const t = useMessages();
  const formats = useFormats();
  const figuresOr = (row: FleetRow, show: (figures: NonNullable<FleetRow['figures']>) => React.ReactNode) =>
    row.figures === null ? <span className={styles['note']}>{t.fleet.counting}</span> : show(row.figures);
  const describeReading = ({ done, total }: NonNullable<FleetRow['reading']>) =>
    total === null || total === 0
      ? t.fleet.reading
      : t.fleet.readingShare(formats.wholePercent(Math.min(1, done / total)));
  return [
    {
      header: t.fleet.store,
      sortKey: 'store',
      cell: ({ store, reading }) => (
        <span className={styles['name']}>
          <Link to="/stores/$slug" params={{ slug: store.slug }} className={styles['store']} data-row>
            {store.name}
          </Link>
          {reading !== null && <span className={styles['note']}>{describeReading(reading)}</span>}
        </span>
      ),
    },
    { header: t.fleet.needs, cell: (row) => <Needs row={row} /> },
    {
      header: t.fleet.regulars,
      sortKey: 'regulars',
      align: 'end',
      cell: (row) =>
        figuresOr(row, ({ regulars, newRegulars }) => (
          <Figure value={formats.number(regulars)} note={t.fleet.newRegulars(formats.number(newRegulars))} />
        )),
    },
    {
      header: t.fleet.repeat,
      sortKey: 'repeat',
      align: 'end',
      cell: (row) =>
        figuresOr(row, ({ buyers }) => {
          const rate = repeatRate(row);
          return <Figure value={rate === null ? '–' : formats.percent(rate)} note={formats.n(buyers)} />;
        }),
    },
    {
      header: t.fleet.revenue,
      sortKey: 'revenue',
      align: 'end',
      cell: (row) => figuresOr(row, () => <Revenue row={row} />),
    },
    {
      header: t.fleet.mails,
      sortKey: 'mails',
      align: 'end',
      cell: ({ today }) => (
        <Figure
          value={formats.number(today.sent + today.planned)}
          note={t.fleet.mailsOf(formats.number(today.sent), formats.number(today.planned))}
        />
      ),
    },
  ];
}

function Figure({ value, note }: { readonly value: string; readonly note: string }) {
  return (
    <span className={styles['figure']}>
      <span>{value}</span>
      <span className={styles['note']}>{note}</span>
    </span>
  );
}

function Needs({ row: { store, needs } }: { readonly row: FleetRow }) {
  const t = useMessages();
  const formats = useFormats();
  if (needs.length === 0) return <span className={styles['note']}>{t.needs.none}</span>;
  const rest = needs.length - needsShown;
  return (
    <ul className={styles['needs']}>
      {needs.slice(0, needsShown).map((need, index) => (
        // A store may have two connections that rest.
        <li key={`${need.code}${index}`}>
          <NeedLink need={need} slug={store.slug} />
        </li>
      ))}
      {rest > 0 && <li className={styles['note']}>{t.needs.more(formats.number(rest))}</li>}
    </ul>
  );
}

function Revenue({ row }: { readonly row: FleetRow }) {
  const t = useMessages();
  const formats = useFormats();
  const { store } = row;
  // The running month is left out: it would look like a fall until its last day.
  const months = monthsOf(row).slice(-13, -1);
  const money = (amountMinor: number) => formats.roughMoney({ amountMinor, currency: store.currency });
  // A store younger than this month has no last one.
  const isNew = months.every((amountMinor) => amountMinor === 0);
  if (isNew) return <Figure value={money(monthsOf(row).at(-1) ?? 0)} note={t.fleet.thisMonth} />;
  return (
    <span className={styles['revenue']}>
      <Sparkline
        label={t.fleet.revenueLabel(store.name, money(months[0] ?? 0), money(months.at(-1) ?? 0))}
        values={months}
      />
      <Figure value={money(months.at(-1) ?? 0)} note={t.fleet.lastMonth} />
    </span>
  );
}

function monthsOf({ figures }: FleetRow): readonly number[] {
  return (figures?.months ?? []).map(({ firstMinor, returningMinor }) => firstMinor + returningMinor);
}

function lastWholeMonth(row: FleetRow): number {
  return monthsOf(row).at(-2) ?? 0;
}

function repeatRate({ figures }: FleetRow): number | null {
  return figures === null || figures.buyers === 0 ? null : figures.regulars / figures.buyers;
}
