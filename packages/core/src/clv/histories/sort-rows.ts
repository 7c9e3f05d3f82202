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

/**
 * Sorts rows in linear time: by day, unless they already are, and then by customer, keeping the order. Both passes count
 * first and then place (Knuth, The Art of Computer Programming 3, §5.2, algorithm D).
 */
export function sortRows(runs: readonly RowRun[]): SortedRows {
  const size = runs.reduce((sum, run) => sum + run.size, 0);
  const start = new Uint32Array(customersPerPartition + 1);
  const sorted = { start, dayOffset: new Uint32Array(size), amount: new Float64Array(size) };
  const byDay = isByDay(runs) ? runs : [sortByDay(runs, size)];
  for (const run of byDay) countCustomers(run, start);
  const next = accumulate(start);
  for (const run of byDay) placeByCustomer(run, next, sorted);
  return sorted;
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

function sortByDay(runs: readonly RowRun[], size: number): RowRun {
  const start = new Uint32Array(lastKnownDay - firstKnownDay + 2);
  for (const run of runs) countDays(run, start);
  const next = accumulate(start);
  const sorted = { key: new Uint32Array(size), amount: new Float64Array(size), size };
  for (const run of runs) placeByDay(run, next, sorted);
  return sorted;
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

function placeByDay({ key, amount, size }: RowRun, next: Uint32Array, sorted: RowRun): void {
  for (let row = 0; row < size; row += 1) {
    const day = dayOffsetOf(key[row]!);
    const place = next[day]!;
    next[day] = place + 1;
    sorted.key[place] = key[row]!;
    sorted.amount[place] = amount[row]!;
  }
}

function placeByCustomer({ key, amount, size }: RowRun, next: Uint32Array, sorted: SortedRows): void {
  for (let row = 0; row < size; row += 1) {
    const customer = customerOf(key[row]!);
    const place = next[customer]!;
    next[customer] = place + 1;
    sorted.dayOffset[place] = dayOffsetOf(key[row]!);
    sorted.amount[place] = amount[row]!;
  }
}
