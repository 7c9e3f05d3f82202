import { toEmailKey, type Order } from '@regulars/core/commerce';
import type { Rejection } from '@regulars/core/shared';
import { createCells, type Row } from './cells.ts';
import type { BrokenLine, Line, OrderFile } from './open-order-file.ts';

/** One order of the file, or why it is none, with the lines it was read from. */
export type ReadOrder =
  | { readonly order: Order; readonly lines: readonly Line[] }
  | {
      readonly order: null;
      readonly lines: readonly Line[];
      readonly rejections: readonly [Rejection, ...Rejection[]];
    };

/** Reads the file's orders: its lines are put together by order, and each order is checked. Nothing is left out silently. */
export async function* readOrders(file: OrderFile, timeZone: string): AsyncGenerator<ReadOrder> {
  const columns = file.header.map((column) => column.trim().toLowerCase());
  const finished = new Set<string>();
  let group: { readonly key: string; readonly lines: Line[] } | null = null;

  const finish = (): readonly ReadOrder[] => {
    if (group === null) return [];
    const { key, lines } = group;
    group = null;
    if (finished.has(key)) {
      return [
        reject(
          lines,
          'import.order_scattered',
          `More lines of order ${key} stand further up; put them next to each other.`,
        ),
      ];
    }
    finished.add(key);
    return [toReadOrder(file, columns, lines, timeZone)];
  };

  for await (const line of file.lines()) {
    const fault = findFault(line, columns.length);
    if (fault !== null) {
      yield* finish();
      yield fault;
      continue;
    }
    const { cells } = line as Line;
    const key = file.layout.keyOf(toRow(columns, cells));
    if (group !== null && group.key === key) group.lines.push(line as Line);
    else {
      yield* finish();
      group = { key, lines: [line as Line] };
    }
  }
  yield* finish();
}

function findFault(line: Line | BrokenLine, columnCount: number): ReadOrder | null {
  if (!('cells' in line))
    return { order: null, lines: [{ number: line.number, cells: [] }], rejections: [line.rejection] };
  if (line.cells.length === columnCount) return null;
  return reject(
    [line],
    'import.line_width',
    `The line has ${line.cells.length} cells, but there are ${columnCount} columns; a separator or quote is out of place.`,
  );
}

function toRow(columns: readonly string[], cells: readonly string[]): Row {
  // Of two columns with one name the first counts.
  return Object.fromEntries(columns.map((column, index) => [column, cells[index] ?? '']).toReversed());
}

function toReadOrder(
  { layout }: OrderFile,
  columns: readonly string[],
  lines: readonly Line[],
  timeZone: string,
): ReadOrder {
  const [first, ...others] = lines.map((line) => toRow(columns, line.cells));
  if (first === undefined) throw new RangeError('A group has at least one line.');
  if (layout.keyOf(first) === '')
    return reject(lines, 'import.cell_missing', 'The line does not say which order it belongs to.');
  const cells = createCells(timeZone);
  const order = layout.toOrder([first, ...others], cells);
  const { customer } = order;
  if (
    customer !== null &&
    customer.externalId === null &&
    customer.email !== null &&
    toEmailKey(customer.email) === null
  ) {
    cells.reject(
      'email',
      'import.email_invalid',
      'The e-mail address is none; correct it, or leave it empty for an order of nobody.',
    );
  }
  const [rejection, ...more] = cells.rejections;
  return rejection === undefined ? { order, lines } : { order: null, lines, rejections: [rejection, ...more] };
}

function reject(lines: readonly Line[], code: string, message: string): ReadOrder {
  return { order: null, lines, rejections: [{ code, path: '', message }] };
}
