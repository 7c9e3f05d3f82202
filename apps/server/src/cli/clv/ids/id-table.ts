import type { RowBlock } from '../csv/row-block.ts';
import { createCellKeys, readCellKeys } from './cell-keys.ts';
import { createCountTable } from './count-table.ts';
import { createKeyTable } from './key-table.ts';

/** Gives every id of the file a number, from 0, without a string or an object for any. */
export interface IdTable {
  readonly size: number;
  /** Numbers for the cells of one slot of a block; −1 for cells that are empty or not there. */
  numberCells(bytes: Uint8Array, block: RowBlock, slot: number, numbers: Int32Array): void;
  /** The id as the file has it; empty where ids are not kept. */
  bytesOf(number: number): Uint8Array;
  /** Gives back the memory that numbering needs; `bytesOf` goes on. */
  closeNumbering(): void;
}

/** @param keepsIds whether ids will be asked for again: what only counts them needs less memory. */
export function createIdTable(rowsAtOnce: number, { keepsIds }: { readonly keepsIds: boolean }): IdTable {
  const counts = createCountTable(rowsAtOnce);
  const table = createKeyTable();
  const keys = createCellKeys(rowsAtOnce);
  let size = 0;
  let texts = new Uint8Array(1 << 16);
  /** Where each id's text begins, and after the last where it ends. */
  let offsets = new Uint32Array(1 << 13);

  const keep = (bytes: Uint8Array, start: number, end: number, number: number) => {
    const offset = offsets[number]!;
    const after = offset + end - start;
    if (after > texts.length) texts = new Uint8Array(texts.buffer.transfer(Math.max(after, texts.length * 2)));
    if (number + 2 > offsets.length) offsets = new Uint32Array(offsets.buffer.transfer(offsets.byteLength * 2));
    for (let at = start; at < end; at += 1) texts[offset + at - start] = bytes[at]!;
    offsets[number + 1] = after;
  };

  /** Numbers were given in the order of rows. */
  const keepNew = (bytes: Uint8Array, block: RowBlock, slot: number, numbers: Int32Array, next: number) => {
    if (keepsIds && next > size) {
      for (let row = 0, cell = slot, known = size; known < next; row += 1, cell += block.width) {
        if (numbers[row] !== known) continue;
        keep(bytes, block.starts[cell]!, block.ends[cell]!, known);
        known += 1;
      }
    }
    size = next;
  };

  return {
    get size() {
      return size;
    },
    numberCells: (bytes, block, slot, numbers) => {
      keepNew(bytes, block, slot, numbers, counts.number(bytes, block, slot, numbers, size));
      if (!readCellKeys(bytes, block, slot, numbers, keys)) return;
      keepNew(bytes, block, slot, numbers, table.number(keys, block.size, numbers, size));
    },
    bytesOf: (number) => texts.subarray(offsets[number], offsets[number + 1]),
    closeNumbering: () => {
      counts.release();
      table.release();
    },
  };
}
