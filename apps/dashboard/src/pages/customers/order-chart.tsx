import { scaleLinear } from '@visx/scale';

import type { Order } from '../../api/orders.ts';
import { ChartFrame } from '../../components/charts/chart-frame.tsx';
import { useFormats } from '../../formats/formats-context.ts';
import { useMessages } from '../../messages/messages-context.ts';
import { useNow } from '../../shell/use-now.ts';
import styles from './order-chart.module.css';
import type { NextOrder } from './to-next-order.ts';

export interface OrderChartProps {
  /** The newest first. */
  readonly orders: readonly Order[];
  readonly hasMore: boolean;
  /** Of those that are drawn. */
  readonly currency: string;
  /** Null where nothing is foreseen. */
  readonly next: NextOrder | null;
}

const heightPx = 132;
const margin = { top: 12, right: 12, bottom: 24, left: 12 } as const;

const isKept = ({ status }: Order) => status !== 'refunded' && status !== 'cancelled';

/** When a customer bought and for how much: one stem an order, and when the next one is, or was, to be expected. */
export function OrderChart({ orders, hasMore, currency, next }: OrderChartProps) {
  const { customers: t, forecasts } = useMessages();
  const formats = useFormats();
  const nowMs = useNow();
  const bought = orders
    .filter((order) => order.currency === currency && order.status !== 'pending' && order.deletedAt === null)
    .toReversed();
  const first = bought[0];
  const last = bought.at(-1);
  if (first === undefined || last === undefined || bought.length < 2) return null;
  const kept = bought.filter(isKept);
  const givenBack = bought.length - kept.length;
  const renewals = kept.filter(({ isRenewal }) => isRenewal).length;
  const lastMs = Date.parse(last.placedAt);
  // A subscriber who orders nothing beside the renewals keeps nobody waiting.
  const expectedOn = next?.on ?? (renewals > 0 ? null : (next?.wasDueOn ?? null));
  const expectedMs = expectedOn === null ? null : Date.parse(expectedOn);
  const expectedWords =
    expectedOn === null
      ? ''
      : (next?.on === null ? forecasts.wasDue : t.chartExpected)(formats.calendarDay(expectedOn));
  const money = (order: Order) => formats.money({ amountMinor: order.totals.grandMinor, currency });
  return (
    <ChartFrame
      title={t.chartTitle}
      note={[
        hasMore
          ? t.chartNoteRecent(formats.number(bought.length))
          : t.chartNote(
              kept.length,
              formats.number(kept.length),
              formats.month(first.placedAt),
              formats.month(last.placedAt),
            ),
        ...(renewals === 0 ? [] : [t.chartRenewals(formats.number(renewals), renewals === 1)]),
        ...(givenBack === 0 ? [] : [t.chartGivenBack(formats.number(givenBack))]),
      ].join(' · ')}
      legend={expectedMs !== null && <p className={styles['legend']}>{expectedWords}</p>}
      heightPx={heightPx}
      table={{
        head: [t.chartDate, t.chartAmount],
        rows: bought.map((order) => [formats.date(order.placedAt), money(order)]),
      }}
    >
      {(widthPx) => {
        const end = Math.max(nowMs, lastMs, expectedMs ?? 0);
        const x = scaleLinear<number>({
          domain: [Date.parse(first.placedAt), end],
          range: [margin.left, widthPx - margin.right],
        });
        const y = scaleLinear<number>({
          domain: [0, Math.max(1, ...bought.map(({ totals }) => totals.grandMinor))],
          range: [heightPx - margin.bottom, margin.top],
        });
        const floor = y(0);
        return (
          <svg className={styles['svg']} width={widthPx} height={heightPx} role="img" aria-label={t.chartTitle}>
            <line className={styles['floor']} x1={0} x2={widthPx} y1={floor} y2={floor} />
            {expectedMs !== null && (
              <g className={styles['expected']} transform={`translate(${x(expectedMs)} 0)`}>
                <line y1={margin.top} y2={floor} />
                <title>{expectedWords}</title>
              </g>
            )}
            {bought.map((order) => (
              <g key={order.id} transform={`translate(${x(Date.parse(order.placedAt))} 0)`}>
                <line className={styles['stem']} y1={floor} y2={y(order.totals.grandMinor)} />
                <circle
                  className={isKept(order) ? styles['kept'] : styles['givenBack']}
                  cy={y(order.totals.grandMinor)}
                  r={4}
                />
                {/* Wide enough to be pointed at. */}
                <rect x={-8} width={16} height={floor} fill="transparent">
                  <title>{`${formats.date(order.placedAt)}: ${money(order)}`}</title>
                </rect>
              </g>
            ))}
            <text x={margin.left} y={heightPx - 6}>
              {formats.month(first.placedAt)}
            </text>
            <text x={widthPx - margin.right} y={heightPx - 6} textAnchor="end">
              {end === nowMs ? t.chartToday : formats.month(new Date(end).toISOString())}
            </text>
          </svg>
        );
      }}
    </ChartFrame>
  );
}
