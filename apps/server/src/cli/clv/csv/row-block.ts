/**
 * Many rows of a file, each as the places of its wanted cells in the bytes: no row becomes an object or a string. Cell
 * `slot` of row i stands at [starts[i × width + slot], ends[i × width + slot]); a start of −1 says that the row has none.
 */
export interface RowBlock {
  /** Wanted cells a row. */
  readonly width: number;
  readonly capacity: number;
  readonly starts: Int32Array;
  readonly ends: Int32Array;
  /** Where each row itself stands, its line end left out. */
  readonly rowStarts: Int32Array;
  readonly rowEnds: Int32Array;
  /** The first line of each row, counted from 1. */
  readonly lines: Float64Array;
  /** 1 for a row that could not be split: a quote that never closes. */
  readonly isBroken: Uint8Array;
  size: number;
  /** The line on which the next row begins. */
  nextLine: number;
}

export function createRowBlock(width: number, capacity: number): RowBlock {
  return {
    width,
    capacity,
    starts: new Int32Array(width * capacity),
    ends: new Int32Array(width * capacity),
    rowStarts: new Int32Array(capacity),
    rowEnds: new Int32Array(capacity),
    lines: new Float64Array(capacity),
    isBroken: new Uint8Array(capacity),
    size: 0,
    nextLine: 1,
  };
}
