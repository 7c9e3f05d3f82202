import { scaleLinear } from '@visx/scale';

import { useFormats } from '../../formats/formats-context.ts';
import { useMessages } from '../../messages/messages-context.ts';
import { LabelAxis, ValueAxis } from './axes.tsx';
import { ChartFrame } from './chart-frame.tsx';
import styles from './chart.module.css';
import { Readout } from './readout.tsx';
import { useCursor } from './use-cursor.ts';

interface Bin {
  /** The span it counts, as the viewer writes it: `€0–50`. */
  readonly label: string;
  readonly count: number;
}

export interface DistributionProps {
  readonly title: string;
  readonly note?: string;
  readonly summary?: string;
  /** Side by side in their order, without gaps. */
  readonly bins: readonly Bin[];
  /** What is counted: `Customers`. */
  readonly counted: string;
  /** Lifts one bin out: where the median falls. */
  readonly marked?: { readonly bin: number; readonly label: string };
  readonly heightPx?: number;
}

const margin = { top: 20, right: 8, bottom: 24, left: 48 } as const;

/** How many there are of each size. */
export function Distribution(props: DistributionProps) {
  const { title, note, summary, bins, counted, heightPx = 200 } = props;
  const t = useMessages();
  const formats = useFormats();
  return (
    <ChartFrame
      title={title}
      note={note}
      summary={summary}
      heightPx={heightPx}
      table={{
        head: [t.charts.span, counted],
        rows: bins.map(({ label, count }) => [label, formats.number(count)]),
      }}
    >
      {(widthPx) => <Bins {...props} widthPx={widthPx} heightPx={heightPx} />}
    </ChartFrame>
  );
}

function Bins({
  title,
  bins,
  counted,
  marked,
  widthPx,
  heightPx,
}: DistributionProps & { readonly widthPx: number; readonly heightPx: number }) {
  const formats = useFormats();
  const stepPx = (widthPx - margin.left - margin.right) / bins.length;
  const y = scaleLinear<number>({
    domain: [0, Math.max(1, ...bins.map(({ count }) => count))],
    range: [heightPx - margin.bottom, margin.top],
    nice: 4,
  });
  const centers = bins.map((_, index) => margin.left + (index + 0.5) * stepPx);
  const { at, handlers } = useCursor(centers);
  const looked = at === null ? undefined : bins[at];
  return (
    <div className={styles['stage']}>
      <svg className={styles['svg']} width={widthPx} height={heightPx} role="img" aria-label={title} {...handlers}>
        <ValueAxis
          ticks={y.ticks(4).filter(Number.isInteger)}
          toY={y}
          leftPx={margin.left}
          rightPx={widthPx - margin.right}
          format={formats.compact}
        />
        {bins.map(({ label, count }, index) => (
          <rect
            key={label}
            x={margin.left + index * stepPx + 1}
            width={Math.max(1, stepPx - 2)}
            y={y(count)}
            height={Math.max(0, y(0) - y(count))}
            rx={Math.min(3, stepPx / 6)}
            fill={marked?.bin === index ? 'var(--series-2)' : 'var(--series-1)'}
            opacity={at === null || at === index ? 1 : 0.55}
          />
        ))}
        {marked !== undefined && (
          <text className={styles['value']} x={centers[marked.bin] ?? 0} y={12} textAnchor="middle">
            {marked.label}
          </text>
        )}
        <LabelAxis
          labels={bins.map(({ label }, index) => ({ text: label, xPx: centers[index] ?? 0 }))}
          yPx={heightPx - 4}
        />
      </svg>
      {looked !== undefined && at !== null && (
        <Readout xPx={centers[at] ?? 0} widthPx={widthPx} title={looked.label}>
          <span>
            {counted}: {formats.number(looked.count)}
          </span>
        </Readout>
      )}
    </div>
  );
}
