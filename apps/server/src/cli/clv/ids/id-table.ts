import type { RowBlock } from '../csv/row-block.ts';
import { createCellKeys, readCellKeys } from './cell-keys.ts';
import { createKeyTable } from './key-table.ts';

/** Gives every id of the file a number, in the order in which they are first seen, without a string or an object each. */
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
  const table = createKeyTable();
  const keys = createCellKeys(rowsAtOnce);
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

  return {
    get size() {
      return table.size;
    },
    numberCells: (bytes, block, slot, numbers) => {
      const before = table.size;
      readCellKeys(bytes, block, slot, keys);
      table.number(keys, block.size, numbers);
      if (!keepsIds) return;
      let known = before;
      for (let row = 0, cell = slot; row < block.size; row += 1, cell += block.width) {
        if (numbers[row] !== known) continue;
        keep(bytes, block.starts[cell]!, block.ends[cell]!, known);
        known += 1;
      }
    },
    bytesOf: (number) => texts.subarray(offsets[number], offsets[number + 1]),
    closeNumbering: () => table.release(),
  };
}
