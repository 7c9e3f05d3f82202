const secondMs = 1_000;
const units = [
  ['day', 86_400 * secondMs],
  ['hour', 3_600 * secondMs],
  ['minute', 60 * secondMs],
  ['second', secondMs],
] as const;

/**
 * A span of time in its two largest units, rounded to the smaller one; below a second it is one second.
 *
 * @example createDurationFormat('en')(90_000) // '1 min, 30 sec'
 */
export function createDurationFormat(locale: string): (durationMs: number) => string {
  const formats = new Map(
    units.map(([unit]) => [
      unit,
      new Intl.NumberFormat(locale, { style: 'unit', unit, unitDisplay: unit === 'day' ? 'long' : 'short' }),
    ]),
  );
  const list = new Intl.ListFormat(locale, { type: 'unit', style: 'narrow' });
  return (durationMs) => {
    const rounded = units.map(([, unitMs], at) =>
      roundTo(Math.max(secondMs, durationMs), units[at + 1]?.[1] ?? unitMs),
    );
    const first = units.findIndex(([, unitMs], at) => (rounded[at] ?? 0) >= unitMs);
    const shown = units.slice(first, first + 2);
    let restMs = rounded[first] ?? 0;
    const parts = shown.map(([unit, unitMs]) => {
      const count = Math.floor(restMs / unitMs);
      restMs -= count * unitMs;
      return { count, text: formats.get(unit)?.format(count) ?? '' };
    });
    return list.format(parts.filter(({ count }) => count > 0).map(({ text }) => text));
  };
}

function roundTo(valueMs: number, stepMs: number): number {
  return Math.round(valueMs / stepMs) * stepMs;
}
