import { closeSync, openSync, writeFileSync } from 'node:fs';
import type { CustomerScore, ScoreColumns, Scorer } from '@regulars/core/clv';
import { summaryOf } from '@regulars/core/clv/histories';
import { CommandFailure } from '../../command-failure.ts';
import { hasAmounts, idOf, pastSpendOf, visitScores, type Analysis } from '../analysis.ts';
import { toIsoDate } from '../cells/calendar.ts';

const bufferCharacters = 1 << 20;

/**
 * Writes one row a customer, in the order in which the file first names them.
 *
 * @param scorer for intervals; null to leave them out.
 */
export function writeScores(path: string, analysis: Analysis, scorer: Scorer | null): void {
  const file = open(path);
  const columns = toColumns(analysis, scorer !== null);
  let waiting = `${columns.map(({ name }) => name).join(',')}\n`;
  visitScores(analysis, (from, scores) => {
    for (let place = 0; place < scores.size; place += 1) {
      const row = from + place;
      const score = scorer?.score({ summary: summaryOf(analysis.store, row) }) ?? null;
      waiting += `${columns.map(({ cell }) => cell({ row, place, scores, score })).join(',')}\n`;
      if (waiting.length < bufferCharacters) continue;
      writeFileSync(file, waiting);
      waiting = '';
    }
  });
  writeFileSync(file, waiting);
  closeSync(file);
}

/** A customer: their row in the store, and their place in a part of the scores. */
interface Scored {
  readonly row: number;
  readonly place: number;
  readonly scores: ScoreColumns;
  /** null where no intervals are wanted. */
  readonly score: CustomerScore | null;
}

interface Column {
  readonly name: string;
  readonly cell: (scored: Scored) => string;
}

function toColumns(analysis: Analysis, withIntervals: boolean): readonly Column[] {
  const { store, holdout } = analysis;
  const { histories } = store;
  const money = hasAmounts(analysis);
  const writeDate = createDateWriter();
  const stored = (name: string, column: ArrayLike<number>): Column => ({
    name,
    cell: ({ row }) => write(column[row] ?? 0),
  });
  const scored = (name: string, of: (scores: ScoreColumns) => Float64Array): Column => ({
    name,
    cell: ({ scores, place }) => write(of(scores)[place] ?? 0),
  });
  return [
    { name: 'customer', cell: ({ row }) => quote(idOf(analysis, row)) },
    stored('frequency', histories.frequency),
    stored('recency', histories.recency),
    stored('age', histories.age),
    { name: 'first_purchase', cell: ({ row }) => writeDate(store.firstDay[row] ?? 0) },
    { name: 'last_purchase', cell: ({ row }) => writeDate(store.lastDay[row] ?? 0) },
    ...(money ? [{ name: 'past_spend', cell: ({ row }: Scored) => write(pastSpendOf(analysis, row)) }] : []),
    scored('probability_alive', ({ probabilityAlive }) => probabilityAlive),
    scored('expected_purchases', ({ expectedTransactions }) => expectedTransactions),
    ...(money
      ? [
          scored('expected_spend', ({ expectedSpend }) => expectedSpend),
          scored('lifetime_value', ({ lifetimeValue }) => lifetimeValue),
        ]
      : []),
    ...(withIntervals ? intervalColumns(money) : []),
    ...(holdout === null
      ? []
      : [
          stored('holdout_expected_purchases', holdout.expected),
          stored('holdout_median_purchases', holdout.medians),
          stored('holdout_purchases', holdout.actual),
        ]),
  ];
}

function intervalColumns(money: boolean): readonly Column[] {
  const of = (name: string, value: (score: CustomerScore) => number | null | undefined): Column => ({
    name,
    cell: ({ score }) => write((score && value(score)) ?? Number.NaN),
  });
  const ranges = (name: string, range: (score: CustomerScore) => CustomerScore['purchases']): readonly Column[] => [
    of(`median_${name}`, (score) => range(score).median),
    ...(['p50', 'p80', 'p95'] as const).flatMap((level) => [
      of(`${name}_${level}_low`, (score) => range(score).intervals[level][0]),
      of(`${name}_${level}_high`, (score) => range(score).intervals[level][1]),
    ]),
  ];
  return [
    ...ranges('purchases', ({ purchases }) => purchases),
    ...(money ? ranges('lifetime_value', ({ lifetimeValue }) => lifetimeValue) : []),
    of('next_purchase_q10_days', ({ nextPurchase }) => nextPurchase.quantilesDays?.q10),
    of('next_purchase_q50_days', ({ nextPurchase }) => nextPurchase.quantilesDays?.q50),
    of('next_purchase_q90_days', ({ nextPurchase }) => nextPurchase.quantilesDays?.q90),
    ...(money ? [of('residual_value', ({ residualValue }) => residualValue)] : []),
  ];
}

/** Six decimals are more than a forecast knows; of what is very small, six digits. */
function write(value: number): string {
  if (Number.isNaN(value)) return '';
  if (Number.isInteger(value)) return String(value);
  return String(Math.abs(value) >= 1e-3 ? Math.round(value * 1e6) / 1e6 : Number(value.toPrecision(6)));
}

/** There are far fewer days than customers. */
function createDateWriter(): (day: number) => string {
  const written = new Map<number, string>();
  return (day) => {
    const known = written.get(day);
    if (known !== undefined) return known;
    const date = toIsoDate(day);
    written.set(day, date);
    return date;
  };
}

/** As RFC 4180 has it, and with an apostrophe before what a spreadsheet would take for a formula and run. */
function quote(id: string): string {
  const harmless = /^[=+\-@\t\r]/.test(id) ? `'${id}` : id;
  return /[",\r\n]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}

function open(path: string): number {
  try {
    return openSync(path, 'w');
  } catch {
    throw new CommandFailure(`The file ${path} cannot be written.`);
  }
}
