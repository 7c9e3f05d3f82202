import { firstKnownDay, lastKnownDay } from './known-days.ts';
import { customerOf, customersPerPartition, dayOffsetOf, type RowRun } from './purchase-rows.ts';

/** A partition's rows by customer, and each customer's by day; rows of one day stay in the order in which they came. */
export interface SortedRows {
  /** Where each customer's rows begin; one entry more than there are customers. */
  readonly start: Uint32Array;
  /** Counted from 1900-01-01. */
  readonly dayOffset: Uint32Array;
  readonly amount: Float64Array;
}

/** Sorts one partition after the other, in columns that are used again: what it gave is gone with the next. */
export interface RowSorter {
  sort(runs: readonly RowRun[]): SortedRows;
}

/**
 * Sorts rows in linear time: by day, unless they already are, and then by customer, keeping the order. Both passes count
 * first and then place (Knuth, The Art of Computer Programming 3, §5.2, algorithm D).
 */
export function createRowSorter(): RowSorter {
  const start = new Uint32Array(customersPerPartition + 1);
  let byDay = { key: new Uint32Array(0), amount: new Float64Array(0) };
  let byCustomer = { dayOffset: new Uint32Array(0), amount: new Float64Array(0) };
  return {
    sort(runs) {
      const size = runs.reduce((sum, run) => sum + run.size, 0);
      if (byCustomer.amount.length < size) {
        byCustomer = { dayOffset: new Uint32Array(size), amount: new Float64Array(size) };
      }
      let ordered = runs;
      if (!isByDay(runs)) {
        if (byDay.amount.length < size) byDay = { key: new Uint32Array(size), amount: new Float64Array(size) };
        ordered = [{ ...byDay, size }];
        sortByDay(runs, byDay);
      }
      start.fill(0);
      for (const run of ordered) countCustomers(run, start);
      const next = accumulate(start);
      for (const run of ordered) placeByCustomer(run, next, byCustomer);
      return { start, ...byCustomer };
    },
  };
}

function isByDay(runs: readonly RowRun[]): boolean {
  let latest = 0;
  for (const { key, size } of runs) {
    for (let row = 0; row < size; row += 1) {
      const day = dayOffsetOf(key[row]!);
      if (day < latest) return false;
      latest = day;
    }
  }
  return true;
}

function sortByDay(runs: readonly RowRun[], sorted: Omit<RowRun, 'size'>): void {
  const start = new Uint32Array(lastKnownDay - firstKnownDay + 2);
  for (const run of runs) countDays(run, start);
  const next = accumulate(start);
  for (const run of runs) placeByDay(run, next, sorted);
}

function countDays({ key, size }: RowRun, start: Uint32Array): void {
  for (let row = 0; row < size; row += 1) {
    const after = dayOffsetOf(key[row]!) + 1;
    start[after] = start[after]! + 1;
  }
}

function countCustomers({ key, size }: RowRun, start: Uint32Array): void {
  for (let row = 0; row < size; row += 1) {
    const after = customerOf(key[row]!) + 1;
    start[after] = start[after]! + 1;
  }
}

/** Turns counts, each noted one place late, into where each begins, and gives a copy to place by. */
function accumulate(start: Uint32Array): Uint32Array {
  for (let place = 1; place < start.length; place += 1) start[place] = start[place]! + start[place - 1]!;
  return start.slice();
}

function placeByDay({ key, amount, size }: RowRun, next: Uint32Array, sorted: Omit<RowRun, 'size'>): void {
  for (let row = 0; row < size; row += 1) {
    const day = dayOffsetOf(key[row]!);
    const place = next[day]!;
    next[day] = place + 1;
    sorted.key[place] = key[row]!;
    sorted.amount[place] = amount[row]!;
  }
}

function placeByCustomer({ key, amount, size }: RowRun, next: Uint32Array, sorted: Omit<SortedRows, 'start'>): void {
  for (let row = 0; row < size; row += 1) {
    const customer = customerOf(key[row]!);
    const place = next[customer]!;
    next[customer] = place + 1;
    sorted.dayOffset[place] = dayOffsetOf(key[row]!);
    sorted.amount[place] = amount[row]!;
  }
}
