import type { RowBlock } from './row-block.ts';

const space = 32;

/** Notes where a cell stands, without the blanks around it. */
export function storeCell(block: RowBlock, index: number, bytes: Uint8Array, start: number, end: number): void {
  while (end > start && bytes[end - 1]! <= space) end -= 1;
  while (start < end && bytes[start]! <= space) start += 1;
  block.starts[index] = start;
  block.ends[index] = end;
}
