import styles from './chart.module.css';

export interface ValueAxisProps {
  readonly ticks: readonly number[];
  readonly toY: (value: number) => number;
  readonly leftPx: number;
  readonly rightPx: number;
  readonly format: (value: number) => string;
}

/** Quiet lines across the chart, each with its figure at the left. */
export function ValueAxis({ ticks, toY, leftPx, rightPx, format }: ValueAxisProps) {
  return (
    <g aria-hidden>
      {ticks.map((tick) => (
        <g key={tick} transform={`translate(0 ${toY(tick)})`}>
          <line className={tick === 0 ? styles['base'] : styles['grid']} x1={leftPx} x2={rightPx} />
          <text x={leftPx - 8} dy="0.32em" textAnchor="end">
            {format(tick)}
          </text>
        </g>
      ))}
    </g>
  );
}

export interface LabelAxisProps {
  readonly labels: readonly { readonly xPx: number; readonly text: string }[];
  readonly yPx: number;
}

const roomPx = 72;
/** Steps between names that a reader can count in: months by the quarter, half or whole year. */
const strides = [1, 2, 3, 4, 6, 12];

/** Names below the chart: the first, the last, and as many evenly between them as have room. */
export function LabelAxis({ labels, yPx }: LabelAxisProps) {
  const first = labels.at(0)?.xPx ?? 0;
  const last = labels.at(-1)?.xPx ?? 0;
  // The first name begins at its point and so needs half as much again before the next one.
  const needed = (1.4 * roomPx * (labels.length - 1)) / Math.max(roomPx, last - first);
  const every = strides.find((stride) => stride >= needed) ?? Math.ceil(needed);
  return (
    <g aria-hidden>
      {labels.map(({ xPx, text }, index) => {
        const isLast = index === labels.length - 1;
        const isShown = index === 0 || isLast || (index % every === 0 && last - xPx > 1.2 * roomPx);
        if (!isShown) return null;
        const anchor = index === 0 ? 'start' : isLast ? 'end' : 'middle';
        return (
          <text key={`${index}${text}`} x={xPx} y={yPx} textAnchor={labels.length === 1 ? 'middle' : anchor}>
            {text}
          </text>
        );
      })}
    </g>
  );
}
