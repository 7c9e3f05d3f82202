import type { RowBlock } from '../csv/row-block.ts';

/** A key of 64 bits for each row of a block, in two halves. */
export interface CellKeys {
  readonly low: Int32Array;
  readonly high: Int32Array;
  /** 1 where the row has a key. */
  readonly isThere: Uint8Array;
}

export function createCellKeys(capacity: number): CellKeys {
  return { low: new Int32Array(capacity), high: new Int32Array(capacity), isThere: new Uint8Array(capacity) };
}

/** Cells no longer than this are their own keys. */
const exactBytes = 7;

/**
 * Turns those cells of one slot whose row has no number yet into keys; says whether there are any. Cells of up to 7 bytes have equal keys only when they are equal; of longer ones
 * the key is a hash of 64 bits, which among 4 million ids takes two for one with a chance of 1 in 2 million.
 */
export function readCellKeys(
  bytes: Uint8Array,
  block: RowBlock,
  slot: number,
  numbers: Int32Array,
  keys: CellKeys,
): boolean {
  const { starts, ends, width, size } = block;
  const { low, high, isThere } = keys;
  let isAny = false;
  for (let row = 0, cell = slot; row < size; row += 1, cell += width) {
    const start = starts[cell]!;
    const end = ends[cell]!;
    const isKey = start >= 0 && start < end && numbers[row] === -1;
    isThere[row] = isKey ? 1 : 0;
    if (!isKey) continue;
    isAny = true;
    let a = 0;
    let b = 0;
    if (end - start <= exactBytes) {
      for (let at = start; at < end; at += 1) {
        b = (b << 8) | (a >>> 24);
        a = (a << 8) | bytes[at]!;
      }
      b |= (end - start) << 24;
    } else {
      a = 0x243f6a88;
      b = end - start;
      for (let at = start; at < end; at += 1) {
        a = Math.imul(a ^ bytes[at]!, 0x01000193);
        b = Math.imul(b + bytes[at]!, 0x5bd1e995) ^ (b >>> 15);
      }
    }
    // Three rounds of a Feistel network: spreads every bit over all, and keeps different keys different.
    b ^= spread(a);
    a ^= spread(b);
    b ^= spread(a);
    low[row] = a;
    high[row] = b;
  }
  return isAny;
}

/** The finish of murmur3. */
function spread(half: number): number {
  let mixed = Math.imul(half ^ (half >>> 16), 0x85ebca6b);
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
  return mixed ^ (mixed >>> 16);
}
