import { dayOfPair, type DayOrder } from './cells/day-pair.ts';

/** Rows whose date may be read in two ways, kept until a row comes that can be read in one only. */
export interface UndecidedDays {
  readonly size: number;
  add(row: UndecidedRow): void;
  /** Hands the rows on, now that it is known which number is the month, and forgets them. */
  settle(order: DayOrder, take: (row: UndecidedRow, day: number) => void): void;
  /** A date that would be two different days; null where none is. */
  findAmbiguous(): UndecidedRow | null;
}

export interface UndecidedRow {
  readonly customer: number;
  readonly order: number;
  readonly pair: number;
  readonly amount: number;
  readonly line: number;
}

export function createUndecidedDays(): UndecidedDays {
  let rows: UndecidedRow[] = [];
  return {
    get size() {
      return rows.length;
    },
    add: (row) => {
      rows.push(row);
    },
    settle: (order, take) => {
      for (const row of rows) take(row, dayOfPair(row.pair, order));
      rows = [];
    },
    findAmbiguous: () =>
      rows.find(({ pair }) => dayOfPair(pair, 'day-first') !== dayOfPair(pair, 'month-first')) ?? null,
  };
}
