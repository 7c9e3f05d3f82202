import type { CellKeys } from './cell-keys.ts';

/** Numbers keys in the order in which they are first seen. */
export interface KeyTable {
  /**
   * Numbers the first `count` keys, new ones from `next` on; leaves alone the numbers where there is no key.
   *
   * @returns the next free number.
   */
  number(keys: CellKeys, count: number, numbers: Int32Array, next: number): number;
  /** Gives the memory back at once; nothing can be numbered any more. */
  release(): void;
}

const maxLoad = 0.6;
/** Low half, high half, and 1 + the number: side by side, so that all come with one look into memory. */
const stride = 3;
/** Rows whose places are fetched before the first is looked at. */
const ahead = 256;

/** Open addressing with linear probing. */
export function createKeyTable(): KeyTable {
  let taken = 0;
  let places = 1 << 13;
  let slots = new Int32Array(stride * places);
  /** Never read: only keeps the fetching from being optimized away. */
  let fetched = 0;

  const grow = () => {
    const old = slots;
    places *= 2;
    slots = new Int32Array(stride * places);
    for (let from = 0; from < old.length; from += stride) {
      if (old[from + 2] === 0) continue;
      let at = stride * (old[from]! & (places - 1));
      while (slots[at + 2] !== 0) at = stride * ((at / stride + 1) & (places - 1));
      slots[at] = old[from]!;
      slots[at + 1] = old[from + 1]!;
      slots[at + 2] = old[from + 2]!;
    }
    old.buffer.transfer(0);
  };

  return {
    number: (keys, count, numbers, next) => {
      while (taken + count > places * maxLoad) grow();
      let free = next;
      for (let from = 0; from < count; from += ahead) {
        const to = Math.min(from + ahead, count);
        // Looks into memory that do not wait for each other run side by side; one after the other they take all the time.
        fetched ^= fetch(slots, keys.low, from, to, places - 1);
        free = numberRows(slots, keys, numbers, { from, to, mask: places - 1, next: free });
      }
      taken += free - next;
      return free;
    },
    release: () => {
      slots.buffer.transfer(0);
    },
  };
}

function fetch(slots: Int32Array, low: Int32Array, from: number, to: number, mask: number): number {
  let sum = 0;
  for (let row = from; row < to; row += 1) sum ^= slots[stride * (low[row]! & mask)]!;
  return sum;
}

interface Span {
  readonly from: number;
  readonly to: number;
  readonly mask: number;
  /** The next free number. */
  readonly next: number;
}

function numberRows(slots: Int32Array, keys: CellKeys, numbers: Int32Array, { from, to, mask, next }: Span): number {
  const { low, high, isThere } = keys;
  for (let row = from; row < to; row += 1) {
    if (isThere[row] === 0) continue;
    const a = low[row]!;
    const b = high[row]!;
    let place = a & mask;
    let at = stride * place;
    while (slots[at + 2] !== 0 && (slots[at] !== a || slots[at + 1] !== b)) {
      place = (place + 1) & mask;
      at = stride * place;
    }
    if (slots[at + 2] === 0) {
      next += 1;
      slots[at] = a;
      slots[at + 1] = b;
      slots[at + 2] = next;
    }
    numbers[row] = slots[at + 2]! - 1;
  }
  return next;
}
