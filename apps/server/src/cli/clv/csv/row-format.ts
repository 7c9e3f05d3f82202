import type { RowBlock } from './row-block.ts';

/** How the file tells its cells apart. */
export type Separator = ',' | ';' | '\t' | '|' | 'whitespace';

/** What a scanner has to know: how cells are told apart, and which of them are wanted. */
export interface RowFormat {
  readonly separator: Separator;
  /** The slot in the block for each column of the file; −1 for those that nobody wants. */
  readonly slotOfColumn: Int8Array;
}

/** Bytes of a file to be split: rows stand in [from, to), and what lies beyond is free for cells that must be rewritten. */
export interface Chunk {
  readonly bytes: Uint8Array;
  readonly from: number;
  /** The byte before it is a line end. */
  readonly to: number;
  /** Where the free room begins. */
  readonly scratch: number;
  /** No more bytes will come. */
  readonly isLast: boolean;
}

/** Puts as many rows into the block as it holds; says where the next one begins. */
export type ScanRows = (chunk: Chunk, format: RowFormat, block: RowBlock) => number;
