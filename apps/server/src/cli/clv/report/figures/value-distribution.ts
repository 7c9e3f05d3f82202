import type { ScoreColumns } from '@regulars/core/clv';
import { columnChart } from '../charts/column-chart.ts';
import type { Figure } from '../figure.ts';
import type { Formats } from '../formats.ts';

/** How many customers are worth how much, and how much of all value the best of them hold. */
export function valueFigures({ lifetimeValue }: ScoreColumns, formats: Formats): readonly Figure[] {
  const sorted = lifetimeValue.toSorted();
  return [distribution(sorted, formats), concentration(sorted, formats)];
}

function distribution(sorted: Float64Array, formats: Formats): Figure {
  const edges = edgesFor(sorted);
  const counts = edges.map(() => 0);
  let bin = 0;
  for (const value of sorted) {
    while (bin < edges.length - 1 && value >= (edges[bin] ?? Infinity)) bin += 1;
    counts[bin]! += 1;
  }
  const labels = edges.map((edge) => `< ${formats.compactMoney(edge)}`);
  const median = sorted[Math.floor(sorted.length / 2)] ?? 0;
  const at = edges.findIndex((edge) => median < edge);
  return {
    title: 'What customers are worth',
    note: `${formats.whole(sorted.length)} customers; each column ends at its figure`,
    alt: `Half of the customers are worth less than ${formats.money(median)}, the best of all ${formats.money(sorted.at(-1) ?? 0)}.`,
    draw: (widthPx) =>
      columnChart(
        {
          series: [{ name: 'customers', values: counts }],
          labels,
          labelTitle: 'lifetime value',
          valueTitle: 'customers',
          format: formats.compact,
          marked: at < 0 ? null : { at, text: 'median' },
        },
        widthPx,
      ),
    table: {
      head: ['Lifetime value', 'Customers'],
      rows: labels.map((label, index) => [label, formats.whole(counts[index] ?? 0)]),
    },
  };
}

/** Round figures that grow alike, from where the lowest tenth ends to the highest value. */
const factors = [1, 1.5, 2, 3, 5, 7];

function edgesFor(sorted: Float64Array): readonly number[] {
  const top = Math.max(sorted.at(-1) ?? 0, 1e-6);
  const bottom = Math.max(sorted[Math.floor(sorted.length / 10)] ?? 0, top / 1e4);
  const edges: number[] = [];
  for (let power = 10 ** Math.floor(Math.log10(bottom)); power <= top * 10; power *= 10)
    for (const factor of factors) edges.push(factor * power);
  const first = Math.max(
    0,
    edges.findIndex((edge) => edge > bottom),
  );
  return edges.slice(first, 1 + edges.findIndex((edge) => edge > top));
}

const parts = 10;

function concentration(sorted: Float64Array, formats: Formats): Figure {
  const total = sorted.reduce((sum, value) => sum + value, 0) || 1;
  const shares = Array.from({ length: parts }, (_, part) => {
    const from = Math.floor(sorted.length * (1 - (part + 1) / parts));
    const until = Math.floor(sorted.length * (1 - part / parts));
    return sorted.subarray(from, until).reduce((sum, value) => sum + value, 0) / total;
  });
  const labels = shares.map((_, part) => (part === 0 ? 'best' : String(part + 1)));
  return {
    title: 'Where the value is',
    note: `${formats.whole(sorted.length)} customers in tenths, from the most valuable to the least`,
    alt: `The best tenth of customers holds ${formats.share(shares[0] ?? 0)} of all value to come.`,
    draw: (widthPx) =>
      columnChart(
        {
          series: [{ name: 'share of value', values: shares }],
          labels,
          labelTitle: 'tenth of customers',
          valueTitle: 'share of all value',
          format: formats.share,
          marked: null,
        },
        widthPx,
      ),
    table: {
      head: ['Tenth', 'Share of value'],
      rows: shares.map((share, part) => [labels[part] ?? '', formats.share(share)]),
    },
  };
}
