import type { Chunk, RowFormat } from './row-format.ts';
import type { RowBlock } from './row-block.ts';
import { storeCell } from './store-cell.ts';

const lineFeed = 10;
const carriageReturn = 13;
const quote = 34;
/** Whatever is above it is a letter or a digit, but for two of the separators: the sign that most bytes pass at once. */
const comma = 44;

/** Longer than any row of a person's making: what seems longer is a quote that was never closed. */
const maxRowBytes = 200_000;

/**
 * Splits rows as RFC 4180 says, and as spreadsheets do it: cells may be quoted, hold line ends and doubled quotes, lines
 * may end with CR LF, and a quote within an unquoted cell is a letter like any other. Blank lines are no rows. Of a row
 * whose quote never closes only the first line is given up.
 */
export function scanSeparatedRows(chunk: Chunk, format: RowFormat, block: RowBlock): number {
  const { bytes, to } = chunk;
  const { slotOfColumn } = format;
  const { width, capacity } = block;
  const columns = slotOfColumn.length;
  const separator = format.separator.charCodeAt(0);
  let scratch = chunk.scratch;
  let line = block.nextLine;
  let next = chunk.from;
  let row = 0;

  rows: while (next < to && row < capacity) {
    const base = row * width;
    const rowLine = line;
    let column = 0;
    let at = next;
    let start = at;
    let isBroken = false;
    for (;;) {
      let byte = bytes[at]!;
      while (byte > comma && byte !== separator) {
        at += 1;
        byte = bytes[at]!;
      }
      if (byte !== separator && byte !== lineFeed && (byte !== quote || at !== start)) {
        at += 1;
        continue;
      }
      let end = at;
      if (byte === quote) {
        let closing = at + 1;
        let hasDoubled = false;
        for (; closing < to; closing += 1) {
          if (bytes[closing] === lineFeed) line += 1;
          if (bytes[closing] !== quote) continue;
          if (bytes[closing + 1] !== quote) break;
          hasDoubled = true;
          closing += 1;
        }
        if (closing >= to || closing - next > maxRowBytes) {
          line = rowLine;
          if (!chunk.isLast && to - next <= maxRowBytes) break rows;
          isBroken = true;
          at = bytes.indexOf(lineFeed, next);
          end = at;
        } else {
          start = at + 1;
          end = closing;
          at = closing + 1;
          while (bytes[at] !== separator && bytes[at] !== lineFeed) at += 1;
          if (hasDoubled) {
            if (scratch + (end - start) > bytes.length) {
              line = rowLine;
              break rows;
            }
            end = undouble(bytes, start, end, scratch);
            start = scratch;
            scratch = end;
          }
        }
      }
      const slot = column < columns ? slotOfColumn[column]! : -1;
      if (slot >= 0) storeCell(block, base + slot, bytes, start, end);
      if (bytes[at] === lineFeed) break;
      column += 1;
      at += 1;
      start = at;
    }

    if (column < columns - 1) forgetMissing(block, base, slotOfColumn, column);
    const rowEnd = at > next && bytes[at - 1] === carriageReturn ? at - 1 : at;
    if (column > 0 || rowEnd > next) {
      block.isBroken[row] = isBroken ? 1 : 0;
      block.rowStarts[row] = next;
      block.rowEnds[row] = rowEnd;
      block.lines[row] = rowLine;
      row += 1;
    }
    line += 1;
    next = at + 1;
  }
  block.size = row;
  block.nextLine = line;
  return next;
}

/** Copies a quoted cell without the second of each two quotes; says where the copy ends. */
function undouble(bytes: Uint8Array, start: number, end: number, to: number): number {
  let target = to;
  for (let at = start; at < end; at += 1) {
    bytes[target] = bytes[at]!;
    target += 1;
    if (bytes[at] === quote) at += 1;
  }
  return target;
}

/** Cells of columns that a short row does not reach. */
function forgetMissing({ starts }: RowBlock, base: number, slotOfColumn: Int8Array, lastColumn: number): void {
  for (let column = lastColumn + 1; column < slotOfColumn.length; column += 1) {
    const slot = slotOfColumn[column]!;
    if (slot >= 0) starts[base + slot] = -1;
  }
}
