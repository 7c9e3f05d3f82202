import type { HoldoutEvidence } from '../../holdout/holdout-evidence.ts';
import { columnChart } from '../charts/column-chart.ts';
import type { Figure } from '../figure.ts';
import type { Formats } from '../formats.ts';

const names = ['Came', 'Expected'] as const;
const frequencyGroups = 8;

/** Mean purchases of groups of customers, expected and come: by what was expected, and by what they had bought before. */
export function calibrationFigures(
  evidence: HoldoutEvidence,
  frequency: Float64Array,
  formats: Formats,
): readonly Figure[] {
  const deciles = evidence.means.deciles.map(({ n, meanPredicted, meanActual }, index) => ({
    label: String(index + 1),
    n,
    expected: meanPredicted,
    came: meanActual,
  }));
  const n = `${formats.whole(evidence.means.n)} customers, ${formats.duration(evidence.observedUntilDay - evidence.calibrationUntilDay)}`;
  return [
    toFigure(deciles, formats, {
      title: 'By tenth of customers',
      note: `${n}; tenth 10 is expected to buy most`,
      labelTitle: 'tenth, by what was expected',
    }),
    toFigure(byFrequency(evidence, frequency), formats, {
      title: 'By purchases before',
      note: `${n}; grouped by repeat purchases made before`,
      labelTitle: 'repeat purchases before',
    }),
  ];
}

interface Group {
  readonly label: string;
  readonly n: number;
  readonly expected: number;
  readonly came: number;
}

function byFrequency({ expected, actual }: HoldoutEvidence, frequency: Float64Array): readonly Group[] {
  const groups = Array.from({ length: frequencyGroups }, () => ({ n: 0, expected: 0, came: 0 }));
  for (const [row, before] of frequency.entries()) {
    const group = groups[Math.min(frequencyGroups - 1, before)];
    if (group === undefined) continue;
    group.n += 1;
    group.expected += expected[row] ?? 0;
    group.came += actual[row] ?? 0;
  }
  return groups.flatMap(({ n, expected, came }, index) =>
    n === 0
      ? []
      : [
          {
            label: index === frequencyGroups - 1 ? `${index}+` : String(index),
            n,
            expected: expected / n,
            came: came / n,
          },
        ],
  );
}

function toFigure(
  groups: readonly Group[],
  formats: Formats,
  words: Pick<Figure, 'title' | 'note'> & { readonly labelTitle: string },
): Figure {
  const last = groups.at(-1);
  return {
    title: words.title,
    note: words.note,
    alt: `Mean purchases of ${groups.length} groups, expected and come; of the last group ${formats.number(last?.expected ?? 0)} were expected and ${formats.number(last?.came ?? 0)} came.`,
    legend: names,
    draw: (widthPx) =>
      columnChart(
        {
          series: [
            { name: names[0], values: groups.map(({ came }) => came) },
            { name: names[1], values: groups.map(({ expected }) => expected) },
          ],
          labels: groups.map(({ label }) => label),
          labelTitle: words.labelTitle,
          valueTitle: 'purchases a customer',
          format: formats.number,
        },
        widthPx,
      ),
    table: {
      head: ['Group', 'Customers', ...names],
      rows: groups.map(({ label, n, came, expected }) => [
        label,
        formats.whole(n),
        formats.number(came),
        formats.number(expected),
      ]),
    },
  };
}
