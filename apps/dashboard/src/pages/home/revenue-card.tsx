import { Card } from '../../components/card.tsx';
import { LineChart } from '../../components/charts/line-chart.tsx';
import { Skeleton } from '../../components/skeleton.tsx';
import { useFormats } from '../../formats/formats-context.ts';
import { useMessages } from '../../messages/messages-context.ts';
import type { FiguresCardProps } from './figures-card.tsx';

/** What each month brought, and which part of it came from those who came back. */
export function RevenueCard({ figures, store }: FiguresCardProps) {
  const t = useMessages();
  const formats = useFormats();
  if (figures === null) {
    return (
      <Card title={t.home.revenue}>
        <Skeleton lines={6} />
      </Card>
    );
  }
  const { months } = figures;
  const money = (amountMinor: number) => formats.money({ amountMinor, currency: store.currency });
  const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);
  const orders = sum(months.map(({ firstOrders, returningOrders }) => firstOrders + returningOrders));
  const lastYear = months.slice(-12);
  const returning = sum(lastYear.map(({ returningMinor }) => returningMinor));
  const all = returning + sum(lastYear.map(({ firstMinor }) => firstMinor));
  return (
    <Card>
      <LineChart
        title={t.home.revenue}
        note={`${all > 0 ? `${t.home.returningShare(formats.percent(returning / all))} ` : ''}${t.home.revenueNote(orders, formats.number(orders))}.`}
        // The middle of the month, so that no zone shifts it into another.
        labels={months.map(({ month }) => formats.month(`${month}-15T12:00:00Z`))}
        series={[
          { name: t.home.returning, values: months.map(({ returningMinor }) => returningMinor) },
          { name: t.home.first, values: months.map(({ firstMinor }) => firstMinor) },
        ]}
        formatValue={money}
        formatTick={(amountMinor) => formats.roughMoney({ amountMinor, currency: store.currency })}
        heightPx={240}
      />
    </Card>
  );
}
