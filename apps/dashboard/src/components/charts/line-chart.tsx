import { scaleLinear } from '@visx/scale';
import { AreaClosed, LinePath } from '@visx/shape';

import { useFormats } from '../../formats/formats-context.ts';
import { useMessages } from '../../messages/messages-context.ts';
import { LabelAxis, ValueAxis } from './axes.tsx';
import { ChartFrame } from './chart-frame.tsx';
import styles from './chart.module.css';
import { Readout } from './readout.tsx';
import { useCursor } from './use-cursor.ts';

interface Series {
  readonly name: string;
  /** One for each of the chart's labels; null where nothing is known. */
  readonly values: readonly (number | null)[];
}

export interface LineChartProps {
  readonly title: string;
  readonly note?: string;
  readonly summary?: string;
  /** What stands below: evenly spaced points in time, the oldest first, as the viewer writes them. */
  readonly labels: readonly string[];
  readonly series: readonly Series[];
  readonly formatValue?: (value: number) => string;
  /** For the axis, where there is little room. */
  readonly formatTick?: (value: number) => string;
  readonly heightPx?: number;
}

const margin = { top: 8, right: 8, bottom: 24, left: 48 } as const;

const seriesColor = (index: number) => `var(--series-${(index % 5) + 1})`;

/** Courses over time; several are told apart by colour and by name. */
export function LineChart(props: LineChartProps) {
  const { title, note, summary, labels, series, heightPx = 220 } = props;
  const t = useMessages();
  const formats = useFormats();
  const format = props.formatValue ?? formats.number;
  const show = (value: number | null | undefined) => (value === null || value === undefined ? '–' : format(value));
  return (
    <ChartFrame
      title={title}
      note={note}
      summary={summary}
      heightPx={heightPx}
      table={{
        head: [t.charts.when, ...series.map(({ name }) => name)],
        rows: labels.map((label, index) => [label, ...series.map(({ values }) => show(values[index]))]),
      }}
      legend={
        series.length > 1 && (
          <ul className={styles['legend']}>
            {series.map(({ name }, index) => (
              <li key={name}>
                <span className={styles['swatch']} style={{ background: seriesColor(index) }} />
                {name}
              </li>
            ))}
          </ul>
        )
      }
    >
      {(widthPx) => <Lines {...props} widthPx={widthPx} heightPx={heightPx} show={show} />}
    </ChartFrame>
  );
}

interface LinesProps extends LineChartProps {
  readonly widthPx: number;
  readonly heightPx: number;
  readonly show: (value: number | null | undefined) => string;
}

function Lines({ title, labels, series, formatTick, widthPx, heightPx, show }: LinesProps) {
  const formats = useFormats();
  const values = series.flatMap((one) => one.values).filter((value) => value !== null);
  const x = scaleLinear<number>({
    domain: [0, Math.max(1, labels.length - 1)],
    range: [margin.left, widthPx - margin.right],
  });
  const y = scaleLinear<number>({
    domain: [Math.min(0, ...values), Math.max(...values, 1e-9)],
    range: [heightPx - margin.bottom, margin.top],
    nice: 4,
  });
  const xs = labels.map((_, index) => x(index));
  const { at, handlers } = useCursor(xs);
  const cursorPx = at === null ? null : (xs[at] ?? null);
  return (
    <div className={styles['stage']}>
      <svg className={styles['svg']} width={widthPx} height={heightPx} role="img" aria-label={title} {...handlers}>
        <ValueAxis
          ticks={y.ticks(4)}
          toY={y}
          leftPx={margin.left}
          rightPx={widthPx - margin.right}
          format={formatTick ?? formats.compact}
        />
        <LabelAxis labels={labels.map((text, index) => ({ text, xPx: xs[index] ?? 0 }))} yPx={heightPx - 4} />
        {cursorPx !== null && (
          <line
            className={styles['cursor']}
            x1={cursorPx}
            x2={cursorPx}
            y1={margin.top}
            y2={heightPx - margin.bottom}
          />
        )}
        {series.map((one, index) => {
          const points = one.values.flatMap((value, at) => (value === null ? [] : [{ x: x(at), y: y(value) }]));
          const cursorValue = at === null ? null : (one.values[at] ?? null);
          return (
            <g key={one.name} color={seriesColor(index)}>
              {series.length === 1 && (
                <AreaClosed data={points} x={(p) => p.x} y={(p) => p.y} yScale={y} fill="currentColor" opacity={0.1} />
              )}
              <LinePath
                data={points}
                x={(p) => p.x}
                y={(p) => p.y}
                stroke="currentColor"
                strokeWidth={2}
                strokeLinejoin="round"
              />
              {cursorPx !== null && cursorValue !== null && (
                <circle
                  cx={cursorPx}
                  cy={y(cursorValue)}
                  r={4}
                  fill="currentColor"
                  stroke="var(--surface)"
                  strokeWidth={2}
                />
              )}
            </g>
          );
        })}
      </svg>
      {at !== null && cursorPx !== null && (
        <Readout xPx={cursorPx} widthPx={widthPx} title={labels[at] ?? ''}>
          {series.map((one) => (
            <span key={one.name}>
              {one.name}: {show(one.values[at])}
            </span>
          ))}
        </Readout>
      )}
    </div>
  );
}
