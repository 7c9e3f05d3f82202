import { firstKnownDay } from './known-days.ts';

/** Neighbors are kept together, so that sorting them touches little memory at a time. */
const customerBits = 15;
const dayBits = 17;
const rowsPerChunk = 1 << 14;

export const customersPerPartition = 1 << customerBits;
/** An upper bound that only a mistaken index reaches. */
export const maximumCustomers = 2 ** 27;

/** Rows side by side: whose and when in one word, and the amount; refunds have negative ones. 12 bytes a row. */
export interface RowRun {
  readonly key: Uint32Array;
  readonly amount: Float64Array;
  readonly size: number;
}

/** The rows of `customersPerPartition` neighboring customers, in the order in which they came. */
interface Partition {
  readonly full: RowRun[];
  key: Uint32Array;
  amount: Float64Array;
  size: number;
}

/** Rows of purchases and refunds, in any order, kept compactly until they are sorted. */
export interface PurchaseRows {
  /** Takes a row as it is: whoever calls has checked it. */
  add(customerIndex: number, day: number, amount: number): void;
  /** One more than the highest index. */
  customerCount(): number;
  partitionCount(): number;
  runsOf(partition: number): readonly RowRun[];
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
  const partitions: (Partition | undefined)[] = [];
  let customerCount = 0;
  return {
    add(customerIndex, day, amount) {
      const number = customerIndex >>> customerBits;
      const partition = partitions[number] ?? (partitions[number] = { full: [], ...emptyChunk(), size: 0 });
      if (partition.size === rowsPerChunk) startChunk(partition);
      const at = partition.size;
      partition.key[at] = ((customerIndex & (customersPerPartition - 1)) << dayBits) | (day - firstKnownDay);
      partition.amount[at] = amount;
      partition.size = at + 1;
      if (customerIndex >= customerCount) customerCount = customerIndex + 1;
    },
    customerCount: () => customerCount,
    partitionCount: () => partitions.length,
    runsOf(number) {
      const partition = partitions[number];
      return partition === undefined ? [] : [...partition.full, partition];
    },
  };
}

function startChunk(partition: Partition): void {
  partition.full.push({ key: partition.key, amount: partition.amount, size: partition.size });
  Object.assign(partition, emptyChunk());
  partition.size = 0;
}

function emptyChunk(): { key: Uint32Array; amount: Float64Array } {
  return { key: new Uint32Array(rowsPerChunk), amount: new Float64Array(rowsPerChunk) };
}
