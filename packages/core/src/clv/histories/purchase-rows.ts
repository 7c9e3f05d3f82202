import { firstKnownDay } from './known-days.ts';

/** Neighbors are kept together, so that sorting them touches little memory at a time. */
const customerBits = 15;
const dayBits = 17;
/** A partition grows by chunks, and chunks are cut from slabs: few enough to stay at hand while rows come for all partitions. */
const chunkRows = 1 << 12;
const slabBits = 18;
const slabRows = 1 << slabBits;

export const customersPerPartition = 1 << customerBits;
/** An upper bound that only a mistaken index reaches. */
export const maximumCustomers = 2 ** 27;

/** Rows side by side: whose and when in one word, and the amount; refunds have negative ones. 12 bytes a row. */
export interface RowRun {
  readonly key: Uint32Array;
  readonly amount: Float64Array;
  readonly size: number;
}

/** Rows of purchases and refunds, in any order, kept compactly until they are sorted. */
export interface PurchaseRows {
  /** Takes a row as it is: whoever calls has checked it. */
  add(customerIndex: number, day: number, amount: number): void;
  /** One more than the highest index. */
  customerCount(): number;
  /** Each of `customersPerPartition` neighboring customers. */
  partitionCount(): number;
  /** A partition's rows, in the order in which they came. */
  runsOf(partition: number): readonly RowRun[];
  /** Forgets all rows and gives their memory back. */
  clear(): void;
}

/** Which of its partition's customers a row belongs to. */
export function customerOf(key: number): number {
  return key >>> dayBits;
}

/** A row's day, counted from 1900-01-01. */
export function dayOffsetOf(key: number): number {
  return key & ((1 << dayBits) - 1);
}

export function createPurchaseRows(): PurchaseRows {
  const keys: Uint32Array<ArrayBuffer>[] = [];
  const amounts: Float64Array<ArrayBuffer>[] = [];
  /** Where each partition's chunks begin. */
  const chunks: number[][] = [];
  /** Where each partition's next row goes; at a whole number of chunks, there is no room left. */
  let cursors = new Int32Array(64);
  let rowsCutOff = 0;
  let customerCount = 0;

  function cutChunk(partition: number): number {
    while (chunks.length <= partition) chunks.push([]);
    if (cursors.length <= partition) cursors = widen(cursors, partition + 1);
    if ((rowsCutOff & (slabRows - 1)) === 0) {
      keys.push(new Uint32Array(toPages(4 * slabRows), 0, slabRows));
      amounts.push(new Float64Array(toPages(8 * slabRows), 0, slabRows));
    }
    const start = rowsCutOff;
    rowsCutOff += chunkRows;
    chunks[partition]?.push(start);
    return start;
  }

  return {
    add(customerIndex, day, amount) {
      const partition = customerIndex >>> customerBits;
      let at = partition < cursors.length ? cursors[partition]! : 0;
      if ((at & (chunkRows - 1)) === 0) at = cutChunk(partition);
      const slab = at >>> slabBits;
      const place = at & (slabRows - 1);
      keys[slab]![place] = ((customerIndex & (customersPerPartition - 1)) << dayBits) | (day - firstKnownDay);
      amounts[slab]![place] = amount;
      cursors[partition] = at + 1;
      if (customerIndex >= customerCount) customerCount = customerIndex + 1;
    },
    clear() {
      for (const { buffer } of [...keys, ...amounts]) buffer.resize(0);
      keys.length = 0;
      amounts.length = 0;
      chunks.length = 0;
      cursors = new Int32Array(64);
      rowsCutOff = 0;
      customerCount = 0;
    },
    customerCount: () => customerCount,
    partitionCount: () => chunks.length,
    runsOf(partition) {
      const own = chunks[partition] ?? [];
      const end = cursors[partition] ?? 0;
      return own.map((start, number) => {
        const size = number === own.length - 1 ? end - start : chunkRows;
        const from = start & (slabRows - 1);
        const slab = start >>> slabBits;
        return {
          key: keys[slab]!.subarray(from, from + size),
          amount: amounts[slab]!.subarray(from, from + size),
          size,
        };
      });
    },
  };
}

/** Memory of its own pages, which `resize` gives back at once: freed in the usual way it would stay with the process. */
function toPages(bytes: number): ArrayBuffer {
  return new ArrayBuffer(bytes, { maxByteLength: bytes });
}

function widen(column: Int32Array<ArrayBuffer>, size: number): Int32Array<ArrayBuffer> {
  const wider = new Int32Array(2 * size);
  wider.set(column);
  return wider;
}
