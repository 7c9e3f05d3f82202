import { closeSync, openSync, writeSync } from 'node:fs';
import type { Scorer } from '@regulars/core/clv';
import { summaryOf } from '@regulars/core/clv';
import { CommandFailure } from '../../command-failure.ts';
import { hasAmounts, idOf, pastSpendOf, type Analysis } from '../analysis.ts';
import { toIsoDate } from '../cells/calendar.ts';

const bufferCharacters = 1 << 20;

/**
 * Writes one row a customer, in the order in which the file first names them.
 *
 * @param scorer for intervals; null to leave them out.
 */
export function writeScores(path: string, analysis: Analysis, scorer: Scorer | null): void {
  const file = open(path);
  const columns = toColumns(analysis, scorer);
  let waiting = `${columns.map(({ name }) => name).join(',')}\n`;
  for (let row = 0; row < analysis.store.histories.size; row += 1) {
    const score = scorer?.score({ summary: summaryOf(analysis.store, row) }) ?? null;
    waiting += `${columns.map(({ cell }) => cell(row, score)).join(',')}\n`;
    if (waiting.length < bufferCharacters) continue;
    writeSync(file, waiting);
    waiting = '';
  }
  writeSync(file, waiting);
  closeSync(file);
}

type Score = ReturnType<Scorer['score']> | null;

interface Column {
  readonly name: string;
  readonly cell: (row: number, score: Score) => string;
}

function toColumns(analysis: Analysis, scorer: Scorer | null): readonly Column[] {
  const { store, scores, holdout } = analysis;
  const { histories } = store;
  const money = hasAmounts(analysis);
  const of = (name: string, column: ArrayLike<number>): Column => ({ name, cell: (row) => write(column[row] ?? 0) });
  const whole = (name: string, column: ArrayLike<number>): Column => ({
    name,
    cell: (row) => String(column[row] ?? 0),
  });
  return [
    { name: 'customer', cell: (row) => quote(idOf(analysis, row)) },
    whole('frequency', histories.frequency),
    of('recency', histories.recency),
    of('age', histories.age),
    { name: 'first_purchase', cell: (row) => toIsoDate(store.firstDay[row] ?? 0) },
    { name: 'last_purchase', cell: (row) => toIsoDate(store.lastDay[row] ?? 0) },
    ...(money ? [{ name: 'past_spend', cell: (row: number) => write(pastSpendOf(analysis, row)) }] : []),
    of('probability_alive', scores.probabilityAlive),
    of('expected_purchases', scores.expectedTransactions),
    ...(money ? [of('expected_spend', scores.expectedSpend), of('lifetime_value', scores.lifetimeValue)] : []),
    ...(scorer === null ? [] : intervalColumns(money)),
    ...(holdout === null
      ? []
      : [
          of('holdout_expected_purchases', holdout.expected),
          whole('holdout_median_purchases', holdout.medians),
          whole('holdout_purchases', holdout.actual),
        ]),
  ];
}

function intervalColumns(money: boolean): readonly Column[] {
  const quantities = [
    ['purchases', (score: Score) => score?.purchases],
    ...(money ? ([['lifetime_value', (score: Score) => score?.lifetimeValue]] as const) : []),
  ] as const;
  const next = (name: string, days: (score: Score) => number | null | undefined): Column => ({
    name,
    cell: (_row, score) => (days(score) === null ? '' : write(days(score) ?? 0)),
  });
  return [
    ...quantities.flatMap(([name, of]) => [
      { name: `median_${name}`, cell: (_row: number, score: Score) => write(of(score)?.median ?? 0) },
      ...(['p50', 'p80', 'p95'] as const).flatMap((level) => [
        {
          name: `${name}_${level}_low`,
          cell: (_row: number, score: Score) => write(of(score)?.intervals[level][0] ?? 0),
        },
        {
          name: `${name}_${level}_high`,
          cell: (_row: number, score: Score) => write(of(score)?.intervals[level][1] ?? 0),
        },
      ]),
    ]),
    next('next_purchase_q10_days', (score) => score?.nextPurchase.quantilesDays?.q10 ?? null),
    next('next_purchase_q50_days', (score) => score?.nextPurchase.quantilesDays?.q50 ?? null),
    next('next_purchase_q90_days', (score) => score?.nextPurchase.quantilesDays?.q90 ?? null),
    ...(money ? [next('residual_value', (score) => score?.residualValue)] : []),
  ];
}

/** Eight digits are more than a forecast knows, and half as long as all. */
function write(value: number): string {
  return Number.isInteger(value) ? String(value) : String(Number(value.toPrecision(8)));
}

/** As RFC 4180 has it. */
function quote(id: string): string {
  return /[",\r\n]/.test(id) ? `"${id.replaceAll('"', '""')}"` : id;
}

function open(path: string): number {
  try {
    return openSync(path, 'w');
  } catch {
    throw new CommandFailure(`The file ${path} cannot be written.`);
  }
}
