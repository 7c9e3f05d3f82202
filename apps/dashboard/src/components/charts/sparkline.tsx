import { scaleLinear } from '@visx/scale';
import { AreaClosed, LinePath } from '@visx/shape';

export interface SparklineProps {
  /** What one sees, in words: the line is nothing to those who do not see it. */
  readonly label: string;
  /** Evenly spaced in time, the oldest first. */
  readonly values: readonly number[];
  readonly widthPx?: number;
  readonly heightPx?: number;
}

/** A course as small as a word. Zero is its floor, so that a hill is not made of a ripple. */
export function Sparkline({ label, values, widthPx = 96, heightPx = 28 }: SparklineProps) {
  const x = scaleLinear<number>({ domain: [0, Math.max(1, values.length - 1)], range: [2, widthPx - 3] });
  const y = scaleLinear<number>({
    domain: [Math.min(0, ...values), Math.max(1e-9, ...values)],
    range: [heightPx - 2, 3],
  });
  const points = values.map((value, index) => ({ x: x(index), y: y(value) }));
  const last = points.at(-1);
  return (
    <svg width={widthPx} height={heightPx} role="img" aria-label={label} style={{ display: 'block' }}>
      <AreaClosed
        data={points}
        x={(point) => point.x}
        y={(point) => point.y}
        yScale={y}
        fill="var(--series-1)"
        opacity={0.12}
      />
      <LinePath
        data={points}
        x={(point) => point.x}
        y={(point) => point.y}
        stroke="var(--series-1)"
        strokeWidth={1.5}
        strokeLinejoin="round"
      />
      {last !== undefined && <circle cx={last.x} cy={last.y} r={2} fill="var(--series-1)" />}
    </svg>
  );
}
