import type { RowBlock } from '../csv/row-block.ts';
import { createCellKeys, readCellKeys } from '../ids/cell-keys.ts';
import { createKeyTable } from '../ids/key-table.ts';

/** Numbers a file's orders. An order and its customer together are one, because some shops count each customer's from 1. */
export interface OrderTable {
  /** −1 for rows without an order or a customer. */
  numberCells(bytes: Uint8Array, block: RowBlock, slot: number, customers: Int32Array, numbers: Int32Array): void;
  close(): void;
}

export function createOrderTable(rowsAtOnce: number): OrderTable {
  const table = createKeyTable();
  const keys = createCellKeys(rowsAtOnce);
  let size = 0;
  return {
    numberCells: (bytes, block, slot, customers, numbers) => {
      numbers.fill(-1, 0, block.size);
      readCellKeys(bytes, block, slot, numbers, keys);
      for (let row = 0; row < block.size; row += 1) {
        if (customers[row]! < 0) keys.isThere[row] = 0;
        keys.low[row] = keys.low[row]! ^ Math.imul(customers[row]!, 0x9e3779b1);
      }
      size = table.number(keys, block.size, numbers, size);
    },
    close: () => table.release(),
  };
}
