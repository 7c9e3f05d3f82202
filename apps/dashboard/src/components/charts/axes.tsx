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

/** Names below the chart, as many as have room. */
export function LabelAxis({ labels, yPx }: LabelAxisProps) {
  const first = labels.at(0)?.xPx ?? 0;
  const last = labels.at(-1)?.xPx ?? 0;
  const every = Math.max(1, Math.ceil((labels.length * roomPx) / Math.max(roomPx, last - first)));
  return (
    <g aria-hidden>
      {labels.map(({ xPx, text }, index) => {
        // The first name begins at its point and so reaches as far as two centred ones would.
        const isClear =
          index === 0 || (xPx - first > roomPx * 1.2 && last - xPx > roomPx / 2) || index === labels.length - 1;
        const isShown = index % every === 0 && isClear;
        if (!isShown) return null;
        const anchor = index === 0 ? 'start' : index === labels.length - 1 ? 'end' : 'middle';
        return (
          <text key={`${index}${text}`} x={xPx} y={yPx} textAnchor={labels.length === 1 ? 'middle' : anchor}>
            {text}
          </text>
        );
      })}
    </g>
  );
}
