import { lineChart } from '../charts/line-chart.ts';
import type { TrackingError } from '@regulars/core/clv/evidence';
import type { Figure } from '../figure.ts';
import type { Formats } from '../formats.ts';
import type { Tracking } from '../track.ts';

const names = ['Came', 'Expected'] as const;

/** Repeat purchases, week by week and all together, as they came and as the model expects them. */
export function trackingFigures(tracking: Tracking, error: TrackingError, formats: Formats): readonly Figure[] {
  const { weeks, actual, expected, calibrationWeeks } = tracking;
  const labels = weeks.map((day) => formats.month(day));
  const off = describeError(error, formats);
  const note = `${formats.whole(sum(actual))} repeat purchases in ${weeks.length} weeks.${off}`;
  const mark = calibrationWeeks < weeks.length ? { at: calibrationWeeks, text: 'foreseen →' } : null;
  const draw = (actual: Float64Array, expected: Float64Array, valueTitle: string) => (widthPx: number) =>
    lineChart(
      {
        series: [
          { name: names[0], values: [...actual] },
          { name: names[1], values: [...expected], isDashed: true },
        ],
        labels,
        labelTitle: 'week beginning in',
        valueTitle,
        format: formats.compact,
        mark,
      },
      widthPx,
    );
  const tableOf = (actual: Float64Array, expected: Float64Array) => ({
    head: ['Week from', ...names],
    rows: weeks.map((day, week) => [
      formats.day(day),
      formats.whole(actual[week] ?? 0),
      formats.number(expected[week] ?? 0),
    ]),
  });
  const [allActual, allExpected] = [cumulate(actual), cumulate(expected)];
  return [
    {
      title: 'All purchases until then',
      note,
      alt: `Cumulative repeat purchases: ${formats.whole(allActual.at(-1) ?? 0)} came, ${formats.whole(allExpected.at(-1) ?? 0)} were expected.${off}`,
      legend: names,
      draw: draw(allActual, allExpected, 'repeat purchases, cumulative'),
      table: tableOf(allActual, allExpected),
    },
    {
      title: 'Purchases each week',
      note,
      alt: `Weekly repeat purchases as they came and as expected.${off}`,
      legend: names,
      draw: draw(actual, expected, 'repeat purchases a week'),
      table: tableOf(actual, expected),
    },
  ];
}

/** As `--json` has it. */
function describeError({ cumulative, byPeriod }: TrackingError, { share }: Formats): string {
  if (cumulative === null || byPeriod === null) return '';
  return ` Foreseen from what was known at the line, the sum since then is off by ${share(cumulative)} on average, a single week by ${share(byPeriod)} (MAPE).`;
}

function cumulate(values: Float64Array): Float64Array {
  let sum = 0;
  return values.map((value) => (sum += value));
}

function sum(values: Float64Array): number {
  return values.reduce((total, value) => total + value, 0);
}
