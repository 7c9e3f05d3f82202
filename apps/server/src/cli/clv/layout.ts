import { parseDay } from './cells/parse-day.ts';
import { noDay } from './cells/calendar.ts';
import { guessDecimalMark } from './cells/guess-decimal-mark.ts';
import type { DecimalMark } from './cells/parse-amount.ts';
import { chooseColumns, type NamedColumns } from './columns/choose-columns.ts';
import type { Columns, Role } from './columns/columns.ts';
import { CommandFailure } from '../command-failure.ts';
import type { FileDescription } from './csv/describe-file.ts';
import type { RowFormat } from './csv/row-format.ts';
import { WrongUse } from './wrong-use.ts';

/** How to read a file: where what stands, and how it is written. */
export interface Layout {
  readonly format: RowFormat;
  /** The slot of each role in a row of a block; −1 where the file has no such column. */
  readonly slots: Readonly<Record<Role, number>>;
  readonly width: number;
  readonly decimalMark: DecimalMark;
  readonly hasHeader: boolean;
  readonly header: readonly string[];
  /** The columns in words, by role. */
  readonly names: Readonly<Partial<Record<Role, string>>>;
}

const roles = ['customer', 'date', 'amount', 'quantity', 'unitPrice', 'order', 'currency'] as const;

/** @throws CommandFailure when it cannot be told which column is which; WrongUse when one that was named is not there. */
export function chooseLayout(
  { separator, rows }: FileDescription,
  named: NamedColumns,
  decimalMark: DecimalMark | null,
): Layout {
  const [first = [], ...rest] = rows;
  const isData = first.some(isDate);
  const chosen = chooseColumns({ cells: first, isData }, named);
  if (!chosen.ok) {
    const { code, message } = chosen.failure;
    const hint = isData ? ' The first line looks like data, not like names: give the columns by number.' : '';
    throw code === 'not-found' ? new WrongUse(message) : new CommandFailure(`${message}${hint}`);
  }
  const { columns } = chosen.value;
  const hasHeader = !isDate(first[columns.date] ?? '');
  const slots: Record<Role, number> = {
    customer: -1,
    date: -1,
    amount: -1,
    quantity: -1,
    unitPrice: -1,
    order: -1,
    currency: -1,
  };
  const names: Partial<Record<Role, string>> = {};
  const slotOfColumn = new Int8Array(1 + Math.max(...roles.map((role) => columns[role] ?? 0))).fill(-1);
  let width = 0;
  for (const role of roles) {
    const column = columns[role];
    if (column === null) continue;
    slots[role] = width;
    slotOfColumn[column] = width;
    names[role] = hasHeader ? (first[column] ?? '') : `column ${column + 1}`;
    width += 1;
  }
  const data = hasHeader ? rest : rows;
  return {
    format: { separator, slotOfColumn },
    slots,
    width,
    decimalMark: decimalMark ?? guessDecimalMark(amountsIn(data, columns)),
    hasHeader,
    header: hasHeader ? first : first.map((_, index) => `column_${index + 1}`),
    names,
  };
}

function* amountsIn(rows: FileDescription['rows'], columns: Columns): Generator<string> {
  const column = columns.amount ?? columns.unitPrice;
  if (column === null) return;
  for (const row of rows) yield row[column] ?? '';
}

const encoder = new TextEncoder();

function isDate(cell: string): boolean {
  const bytes = encoder.encode(cell);
  return bytes.length >= 6 && parseDay(bytes, 0, bytes.length) !== noDay;
}
