import { createOperationalTime, daysPerUnit, getTransactionModel } from '@regulars/core/clv';
import type { Analysis } from '../../analysis.ts';
import { heatMap } from '../charts/heat-map.ts';
import type { Figure } from '../figure.ts';
import type { Formats } from '../formats.ts';

const silenceSteps = 14;
const frequencySteps = 15;

/** What the model says of a customer by how often and how lately they bought: P(alive), and the purchases to come. */
export function recencyMaps(analysis: Analysis, formats: Formats): readonly Figure[] {
  const { model, store, horizonDays } = analysis;
  const { transactions, season, timeUnit } = model;
  const forecast = getTransactionModel(transactions.modelId, transactions.k).forecast(transactions.parameters);
  const time = createOperationalTime(season, timeUnit);
  const asOfDay = store.observedUntilDay;
  const duration = Math.max(0, time.at(asOfDay + horizonDays) - time.at(asOfDay));
  const ageDays = longestAge(store.firstDay, asOfDay);
  const age = ageDays / daysPerUnit[timeUnit];
  const frequencies = frequencyGrid(store.histories.frequency);
  const silences = Array.from({ length: silenceSteps }, (_, step) => (ageDays * step) / silenceSteps);
  const histories = silences.map((silence) =>
    frequencies.map((frequency) => ({
      frequency,
      recency: frequency === 0 ? 0 : age - silence / daysPerUnit[timeUnit],
      age,
    })),
  );
  const alive = histories.map((row) => row.map((history) => forecast.probabilityAlive(history, 0)));
  const purchases = histories.map((row) => row.map((history) => forecast.expectedTransactions(history, duration)));
  const most = Math.max(...purchases.flat(), 1e-9);
  const shared = {
    columnLabels: frequencies.map(String),
    rowLabels: silences.map((days) => shortDuration(days)),
    columnTitle: 'repeat purchases so far',
    rowTitle: 'silent for',
  };
  const note = `Customers who first bought ${formats.duration(ageDays)} ago`;
  const describe = (row: number, column: number) =>
    `${frequencies[column]} repeat purchases, silent for ${formats.duration(silences[row] ?? 0)}`;
  const tableOf = (values: readonly (readonly number[])[], format: (value: number) => string) => ({
    head: ['Silent for', ...frequencies.map((frequency) => `${frequency} repeats`)],
    rows: values.map((row, index) => [shared.rowLabels[index] ?? '', ...row.map(format)]),
  });
  return [
    {
      title: 'Are they still customers?',
      note,
      alt: `P(alive) by repeat purchases and silence. Who bought ${frequencies.at(-1)} times and just now: ${formats.share(alive[0]?.at(-1) ?? 0)}; silent for ${formats.duration(silences.at(-1) ?? 0)}: ${formats.share(alive.at(-1)?.at(-1) ?? 0)}.`,
      draw: (widthPx) =>
        heatMap(
          {
            ...shared,
            cells: alive,
            title: (row, column) => `${describe(row, column)}: P(alive) ${formats.share(alive[row]?.[column] ?? 0)}`,
          },
          widthPx,
        ),
      table: tableOf(alive, formats.share),
    },
    {
      title: `Purchases in the next ${horizonDays} days`,
      note: `${note}; the darkest is ${formats.number(most)}`,
      alt: `Expected purchases by repeat purchases and silence, from 0 to ${formats.number(most)}.`,
      draw: (widthPx) =>
        heatMap(
          {
            ...shared,
            cells: purchases.map((row) => row.map((value) => value / most)),
            title: (row, column) =>
              `${describe(row, column)}: ${formats.number(purchases[row]?.[column] ?? 0)} expected`,
          },
          widthPx,
        ),
      table: tableOf(purchases, formats.number),
    },
  ];
}

/** From no repeat purchase to what all but one in a hundred customers stay below, in whole steps. */
function frequencyGrid(frequency: Float64Array): readonly number[] {
  const sorted = frequency.toSorted();
  const most = Math.max(6, sorted[Math.floor(sorted.length * 0.99)] ?? 0);
  const step = Math.max(1, Math.ceil(most / (frequencySteps - 1)));
  return Array.from({ length: Math.floor(most / step) + 1 }, (_, index) => index * step);
}

function longestAge(firstDay: Int32Array, asOfDay: number): number {
  let first = asOfDay - 1;
  for (const day of firstDay) if (day < first) first = day;
  return asOfDay - first;
}

function shortDuration(days: number): string {
  if (days < 14) return `${Math.round(days)} d`;
  return days < 120 ? `${Math.round(days / 7)} wk` : `${Math.round(days / 30.4375)} mo`;
}
