import type { RowBlock } from '../csv/row-block.ts';

/**
 * Numbers ids that are themselves whole numbers without leading zeros, as most shops count their customers: such an id is
 * its own place in a table, a fraction of the size that hashing needs.
 */
export interface CountTable {
  /**
   * Numbers the cells that are such ids, from `next` on in the order in which they are first seen; gives −1 to those that
   * are not, or for which there is no room. Which ids have room never changes once there was none for one.
   *
   * @returns the next free number.
   */
  number(bytes: Uint8Array, block: RowBlock, slot: number, numbers: Int32Array, next: number): number;
  /** Gives the memory back at once; nothing can be numbered any more. */
  release(): void;
}

/** A small shop's ids. Memory asked for beforehand would have the garbage collected in vain. */
const placesToBeginWith = 2 ** 16;
/** 32 MB: up to here ids may leave gaps as they like, beyond not more than this many places for one id. */
const placesForAny = 2 ** 23;
const placesPerId = 6;
const mostPlaces = 2 ** 28;
const mostDigits = 9;
const zero = 48;

export function createCountTable(rowsAtOnce: number): CountTable {
  const counts = new Int32Array(rowsAtOnce);
  /** 1 + the number of each id; 0 where it was not seen. */
  let table = new Int32Array(placesToBeginWith);
  let isClosed = false;
  /** Never read: only keeps the fetching from being optimized away. */
  let fetched = 0;

  const makeRoom = (highest: number, ids: number) => {
    if (highest < table.length || isClosed) return;
    let places = Math.min(placesForAny, 8 * highest);
    if (highest >= placesForAny) {
      places = 2 * highest;
      isClosed = places > mostPlaces || places > placesPerId * ids;
      if (isClosed) places = Math.max(placesForAny, table.length);
    }
    table = new Int32Array(table.buffer.transfer(4 * places));
  };

  return {
    number: (bytes, block, slot, numbers, next) => {
      makeRoom(readCounts(bytes, block, slot, counts), next + block.size);
      // Looks into memory that do not wait for each other run side by side; one after the other they take all the time.
      fetched ^= fetch(table, counts, block.size);
      return numberRows(table, counts, numbers, { size: block.size, next });
    },
    release: () => {
      table.buffer.transfer(0);
    },
  };
}

function fetch(table: Int32Array, counts: Int32Array, size: number): number {
  let sum = 0;
  for (let row = 0; row < size; row += 1) {
    const count = counts[row]!;
    sum ^= table[count < 0 || count >= table.length ? 0 : count]!;
  }
  return sum;
}

function numberRows(
  table: Int32Array,
  counts: Int32Array,
  numbers: Int32Array,
  { size, next }: { readonly size: number; readonly next: number },
): number {
  let free = next;
  for (let row = 0; row < size; row += 1) {
    const count = counts[row]!;
    if (count < 0 || count >= table.length) {
      numbers[row] = -1;
      continue;
    }
    if (table[count] === 0) {
      free += 1;
      table[count] = free;
    }
    numbers[row] = table[count]! - 1;
  }
  return free;
}

/** The cells as numbers, −1 for what is not written as a whole number is; says which is the highest. */
function readCounts(
  bytes: Uint8Array,
  { starts, ends, width, size }: RowBlock,
  slot: number,
  counts: Int32Array,
): number {
  let highest = 0;
  for (let row = 0, cell = slot; row < size; row += 1, cell += width) {
    const start = starts[cell]!;
    const end = ends[cell]!;
    const isWhole =
      start >= 0 && start < end && end - start <= mostDigits && (bytes[start] !== zero || end - start === 1);
    let value = isWhole ? 0 : -1;
    for (let at = start; at < end && value >= 0; at += 1) {
      const digit = bytes[at]! - zero;
      value = digit < 0 || digit > 9 ? -1 : value * 10 + digit;
    }
    counts[row] = value;
    if (value > highest) highest = value;
  }
  return highest;
}
