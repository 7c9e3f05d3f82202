import type { ByteSource } from './byte-source.ts';
import type { RowBlock } from './row-block.ts';
import type { RowFormat } from './row-format.ts';
import { scanSeparatedRows } from './scan-separated-rows.ts';
import { scanWhitespaceRows } from './scan-whitespace-rows.ts';

/** Bytes of the file held at once, small enough to stay in the processor's cache. */
const windowBytes = 1 << 19;
/** Beyond the window, for cells that must be rewritten. */
const scratchBytes = 1 << 16;
const lineFeed = 10;
const byteOrderMark = [0xef, 0xbb, 0xbf] as const;

/** Reads a source window by window and splits it into blocks of rows. */
export interface RowReader {
  /** Bytes taken in so far. */
  readonly bytesRead: number;
  /** The file's beginning, without its byte order mark: to find out what it is like before any row is taken. */
  sample(): Promise<Uint8Array>;
  /** Fills the block with the next rows and returns their bytes; null after the last. */
  next(format: RowFormat, block: RowBlock): Promise<Uint8Array | null>;
}

export function createRowReader(source: ByteSource): RowReader {
  const bytes = new Uint8Array(windowBytes + scratchBytes);
  let from = 0;
  let filled = 0;
  let linesTo = 0;
  let bytesRead = 0;
  let isAtEnd = false;

  const fill = async () => {
    bytes.copyWithin(0, from, filled);
    filled -= from;
    from = 0;
    // One byte stays free for a line end after the last row.
    while (!isAtEnd && filled < windowBytes - 1) {
      const count = await source.read(bytes, filled, windowBytes - 1);
      if (bytesRead === 0 && byteOrderMark.every((byte, at) => bytes[at] === byte)) from = byteOrderMark.length;
      bytesRead += count;
      filled += count;
      isAtEnd = count === 0;
    }
    if (isAtEnd && filled > from && bytes[filled - 1] !== lineFeed) {
      bytes[filled] = lineFeed;
      filled += 1;
    }
    linesTo = bytes.lastIndexOf(lineFeed, filled - 1) + 1;
  };

  return {
    get bytesRead() {
      return bytesRead;
    },
    sample: async () => {
      if (filled === 0) await fill();
      return bytes.subarray(from, filled);
    },
    next: async (format, block) => {
      const scan = format.separator === 'whitespace' ? scanWhitespaceRows : scanSeparatedRows;
      for (;;) {
        if (linesTo > from) {
          from = scan({ bytes, from, to: linesTo, scratch: windowBytes, isLast: isAtEnd }, format, block);
          if (block.size > 0) return bytes;
        }
        if (isAtEnd && from >= linesTo) return null;
        await fill();
      }
    },
  };
}
