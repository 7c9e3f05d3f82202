/** Maps a span of values onto a span of pixels. */
export interface Scale {
  (value: number): number;
  readonly ticks: readonly number[];
}

/** Linear, widened so that it ends on round figures; about `count` of those are its ticks. */
export function linearScale(
  [low, high]: readonly [number, number],
  [from, to]: readonly [number, number],
  count = 4,
): Scale {
  const step = roundStep((high - low || 1) / count);
  const first = Math.floor(low / step + 1e-9);
  const last = Math.max(first + 1, Math.ceil(high / step - 1e-9));
  const ticks = Array.from({ length: last - first + 1 }, (_, index) => round((first + index) * step));
  const [bottom, top] = [first * step, last * step];
  const toPx = (value: number) => from + ((value - bottom) / (top - bottom)) * (to - from);
  return Object.assign(toPx, { ticks });
}

/** 1, 2 or 5 times a power of ten. */
function roundStep(rough: number): number {
  const power = 10 ** Math.floor(Math.log10(rough));
  const factor = [1, 2, 5, 10].find((factor) => rough <= factor * power * 1.0001) ?? 10;
  return factor * power;
}

function round(value: number): number {
  return Number(value.toPrecision(12));
}

/** Pixels, with as many digits as can be seen. */
export function px(value: number): number {
  return Math.round(value * 10) / 10;
}
