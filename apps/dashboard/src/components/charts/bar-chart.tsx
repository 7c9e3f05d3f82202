import { scaleLinear } from '@visx/scale';

import { useFormats } from '../../formats/formats-context.ts';
import { useMessages } from '../../messages/messages-context.ts';
import { ChartFrame } from './chart-frame.tsx';
import styles from './chart.module.css';

interface Bar {
  readonly label: string;
  readonly value: number;
  /** Beside the value: its n, its share. */
  readonly note?: string;
}

export interface BarChartProps {
  readonly title: string;
  readonly note?: string;
  readonly summary?: string;
  readonly bars: readonly Bar[];
  readonly formatValue?: (value: number) => string;
}

const rowPx = 44;

/** Kinds of things compared: one bar each, its name and figure above it, so that long names stay whole. */
export function BarChart({ title, note, summary, bars, formatValue }: BarChartProps) {
  const t = useMessages();
  const formats = useFormats();
  const format = formatValue ?? formats.number;
  const largest = Math.max(0, ...bars.map(({ value }) => value));
  const heightPx = bars.length * rowPx;
  return (
    <ChartFrame
      title={title}
      note={note}
      summary={summary}
      heightPx={heightPx}
      table={{
        head: [t.charts.what, t.charts.value],
        rows: bars.map((bar) => [bar.label, textOf(bar, format)]),
      }}
    >
      {(widthPx) => {
        const x = scaleLinear<number>({ domain: [0, largest || 1], range: [0, widthPx] });
        return (
          <svg className={styles['svg']} width={widthPx} height={heightPx} role="img" aria-label={title}>
            {bars.map((bar, index) => (
              <g key={bar.label} transform={`translate(0 ${index * rowPx})`}>
                <text y={14}>{bar.label}</text>
                <text className={styles['value']} x={widthPx} y={14} textAnchor="end">
                  {textOf(bar, format)}
                </text>
                <rect y={22} width={widthPx} height={8} rx={4} fill="var(--neutral-soft)" />
                <rect y={22} width={x(Math.max(0, bar.value))} height={8} rx={4} fill="var(--series-1)" />
              </g>
            ))}
          </svg>
        );
      }}
    </ChartFrame>
  );
}

function textOf({ value, note }: Bar, format: (value: number) => string): string {
  return note === undefined ? format(value) : `${format(value)} · ${note}`;
}
