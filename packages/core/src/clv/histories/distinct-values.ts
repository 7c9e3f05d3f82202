export interface DistinctValues {
  readonly size: number;
  /** In the order in which they first appear. */
  readonly values: Float64Array;
  readonly count: Float64Array;
  /** Row → its value. */
  readonly index: Int32Array;
}

const bits = new Float64Array(1);
const words = new Uint32Array(bits.buffer);

/**
 * The different values of a column and how often each stands there: on a grid of days a million rows have a few hundred.
 *
 * Source: open addressing with linear probing, D. E. Knuth, The Art of Computer Programming 3, §6.4, Algorithm L.
 * @example distinctValues(Float64Array.of(3, 1, 3)) // values [3, 1], count [2, 1], index [0, 1, 0]
 */
export function distinctValues(column: Float64Array): DistinctValues {
  const index = new Int32Array(column.length);
  let values = new Float64Array(512);
  let slots = new Int32Array(1024).fill(-1);
  let size = 0;
  // A short column is read sooner than a large table is made.
  const recentCells = column.length < 4_096 ? 2 ** 12 : 2 ** 14;
  const recent = new Float64Array(recentCells).fill(NaN);
  const recentIndex = new Int32Array(recentCells);
  for (let row = 0; row < column.length; row += 1) {
    const value = column[row]!;
    // Days, and weeks that are days / 7, have a cell each: they need not be looked for.
    const cell = (value * 7 + 0.5) & (recentCells - 1);
    if (recent[cell] === value) {
      index[row] = recentIndex[cell]!;
      continue;
    }
    let slot = slotOf(value, slots.length - 1);
    let found = slots[slot]!;
    while (found >= 0 && values[found] !== value) {
      slot = (slot + 1) & (slots.length - 1);
      found = slots[slot]!;
    }
    if (found < 0) {
      if (size === values.length) {
        values = grow(values);
        slots = spread(values, size);
        slot = slotOf(value, slots.length - 1);
        while (slots[slot]! >= 0) slot = (slot + 1) & (slots.length - 1);
      }
      found = size;
      values[found] = value;
      slots[slot] = found;
      size += 1;
    }
    index[row] = found;
    recent[cell] = value;
    recentIndex[cell] = found;
  }
  const count = new Float64Array(size);
  for (let row = 0; row < index.length; row += 1) count[index[row]!]! += 1;
  return { size, values: values.slice(0, size), count, index };
}

function slotOf(value: number, mask: number): number {
  bits[0] = value + 0; // −0 is 0
  return (Math.imul(words[0]! ^ Math.imul(words[1]!, 0x9e3779b1), 0x85ebca6b) >>> 7) & mask;
}

function grow(values: Float64Array): Float64Array<ArrayBuffer> {
  const larger = new Float64Array(values.length * 4);
  larger.set(values);
  return larger;
}

/** Slots twice as many as values fit, with the values that are known put into them. */
function spread(values: Float64Array, size: number): Int32Array<ArrayBuffer> {
  const slots = new Int32Array(values.length * 2).fill(-1);
  for (let each = 0; each < size; each += 1) {
    let slot = slotOf(values[each]!, slots.length - 1);
    while (slots[slot]! >= 0) slot = (slot + 1) & (slots.length - 1);
    slots[slot] = each;
  }
  return slots;
}
