import { lineChart } from '../charts/line-chart.ts';
import type { Figure } from '../figure.ts';
import type { Formats } from '../formats.ts';
import type { Tracking } from '../track.ts';

const names = ['Came', 'Expected'] as const;

/** Repeat purchases, week by week and all together, as they came and as the model expects them. */
export function trackingFigures(tracking: Tracking, formats: Formats): readonly Figure[] {
  const { weeks, actual, expected, calibrationWeeks, error } = tracking;
  const labels = weeks.map((day) => formats.month(day));
  const note = `${formats.whole(sum(actual))} repeat purchases in ${weeks.length} weeks`;
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
  const off = (share: number | null) => (share === null ? '' : ` After the line it is off by ${formats.share(share)}.`);
  return [
    {
      title: 'All purchases until then',
      note,
      alt: `Cumulative repeat purchases: ${formats.whole(allActual.at(-1) ?? 0)} came, ${formats.whole(allExpected.at(-1) ?? 0)} were expected.${off(error.cumulative)}`,
      legend: names,
      draw: draw(allActual, allExpected, 'repeat purchases, cumulative'),
      table: tableOf(allActual, allExpected),
    },
    {
      title: 'Purchases each week',
      note,
      alt: `Weekly repeat purchases as they came and as expected.${off(error.byPeriod)}`,
      legend: names,
      draw: draw(actual, expected, 'repeat purchases a week'),
      table: tableOf(actual, expected),
    },
  ];
}

function cumulate(values: Float64Array): Float64Array {
  let sum = 0;
  return values.map((value) => (sum += value));
}

function sum(values: Float64Array): number {
  return values.reduce((total, value) => total + value, 0);
}
