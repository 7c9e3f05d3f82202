import { noDay } from './cells/calendar.ts';
import { parseAmount } from './cells/parse-amount.ts';
import { parseDay } from './cells/parse-day.ts';
import type { RowBlock } from './csv/row-block.ts';
import type { Layout } from './layout.ts';

/** Why a row cannot be used; 0 where it can. Its place in `verdictReasons`. */
export type Verdict = number;

export const usable = 0;
/** Of a guest: nobody's purchase, and no mistake. */
export const anonymous = 1;
/** Another line of an order that says no more about it than whose it is, as shops' exports have them. */
export const continuation = 2;

export const verdictReasons = [
  '',
  '',
  '',
  'A quote that opens here is never closed.',
  'The date is missing.',
  'The date cannot be read, or there is no such day.',
  'The amount is missing.',
  'The amount cannot be read.',
] as const;

const broken = 3;
const dateMissing = 4;
const dateUnknown = 5;
const amountMissing = 6;
const amountUnknown = 7;

/** What the rows of a block say: a day (or a pair of numbers that is one), an amount, and whether they can be used. */
export interface CellValues {
  readonly days: Int32Array;
  readonly amounts: Float64Array;
  readonly verdicts: Uint8Array;
}

export function createCellValues(capacity: number): CellValues {
  return { days: new Int32Array(capacity), amounts: new Float64Array(capacity), verdicts: new Uint8Array(capacity) };
}

/** Reads dates and amounts of all rows. A row that cannot be used loses its customer, so that nobody is known by it alone. */
export function readCells(bytes: Uint8Array, block: RowBlock, layout: Layout, values: CellValues): void {
  const { starts, width } = block;
  const { customer } = layout.slots;
  readDays(bytes, block, layout, values);
  readAmounts(bytes, block, layout, values);
  for (let row = 0; row < block.size; row += 1) {
    const cell = row * width + customer;
    if (block.isBroken[row] === 1) values.verdicts[row] = broken;
    else if (starts[cell]! < 0 || starts[cell] === block.ends[cell]) values.verdicts[row] = anonymous;
    if (values.verdicts[row] !== usable) starts[cell] = -1;
  }
}

function readDays(
  bytes: Uint8Array,
  { starts, ends, width, size }: RowBlock,
  layout: Layout,
  values: CellValues,
): void {
  const { days, verdicts } = values;
  for (let row = 0, cell = layout.slots.date; row < size; row += 1, cell += width) {
    const start = starts[cell]!;
    const end = ends[cell]!;
    if (start < 0 || start === end) {
      days[row] = noDay;
      verdicts[row] = dateMissing;
      continue;
    }
    const day = parseDay(bytes, start, end);
    days[row] = day;
    verdicts[row] = day === noDay ? dateUnknown : usable;
  }
}

function readAmounts(bytes: Uint8Array, block: RowBlock, layout: Layout, { amounts, verdicts }: CellValues): void {
  const { slots, decimalMark } = layout;
  if (slots.amount < 0 && slots.unitPrice < 0) {
    amounts.fill(0, 0, block.size);
    return;
  }
  const { starts, ends, width, size } = block;
  const first = slots.amount < 0 ? slots.unitPrice : slots.amount;
  for (let row = 0, cell = first; row < size; row += 1, cell += width) {
    const start = starts[cell]!;
    const end = ends[cell]!;
    if (start < 0 || start === end) {
      const order = row * width + slots.order;
      const isContinuation = slots.order >= 0 && starts[order]! >= 0 && starts[order]! < ends[order]!;
      verdicts[row] = isContinuation ? continuation : verdicts[row] === usable ? amountMissing : verdicts[row]!;
      continue;
    }
    const amount = parseAmount(bytes, start, end, decimalMark);
    amounts[row] = amount;
    if (Number.isNaN(amount) && verdicts[row] === usable) verdicts[row] = amountUnknown;
  }
  if (slots.amount < 0) multiplyByQuantity(bytes, block, layout, amounts, verdicts);
}

function multiplyByQuantity(
  bytes: Uint8Array,
  { starts, ends, width, size }: RowBlock,
  { slots, decimalMark }: Layout,
  amounts: Float64Array,
  verdicts: Uint8Array,
): void {
  for (let row = 0, cell = slots.quantity; row < size; row += 1, cell += width) {
    if (verdicts[row] !== usable) continue;
    const isMissing = starts[cell]! < 0 || starts[cell] === ends[cell];
    const quantity = isMissing ? Number.NaN : parseAmount(bytes, starts[cell]!, ends[cell]!, decimalMark);
    amounts[row] = amounts[row]! * quantity;
    if (Number.isNaN(quantity)) verdicts[row] = isMissing ? amountMissing : amountUnknown;
  }
}
