import type { Chunk, RowFormat } from './row-format.ts';
import type { RowBlock } from './row-block.ts';

const lineFeed = 10;
const space = 32;

/** Splits rows of columns set apart by runs of blanks or tabs, as statistics programs write them: no quotes, no empty cells. */
export function scanWhitespaceRows({ bytes, from, to }: Chunk, { slotOfColumn }: RowFormat, block: RowBlock): number {
  const { starts, ends, width, capacity } = block;
  let next = from;
  let row = 0;
  while (next < to && row < capacity) {
    const base = row * width;
    let column = 0;
    let at = next;
    for (let slot = base; slot < base + width; slot += 1) starts[slot] = -1;
    for (;;) {
      while (bytes[at]! <= space && bytes[at] !== lineFeed) at += 1;
      if (bytes[at] === lineFeed) break;
      const start = at;
      while (bytes[at]! > space) at += 1;
      const slot = column < slotOfColumn.length ? slotOfColumn[column]! : -1;
      if (slot >= 0) {
        starts[base + slot] = start;
        ends[base + slot] = at;
      }
      column += 1;
    }
    if (column > 0) {
      block.isBroken[row] = 0;
      block.rowStarts[row] = next;
      block.rowEnds[row] = at;
      block.lines[row] = block.nextLine;
      row += 1;
    }
    block.nextLine += 1;
    next = at + 1;
  }
  block.size = row;
  return next;
}
