import {
  fromLocalTime,
  parseCurrency,
  parseDecimal,
  parseInstant,
  plus,
  secondMs,
  type CurrencyCode,
  type Instant,
  type Rejection,
} from '@regulars/core/shared';

/** One line of the file: cells by their column's name in lower case. */
export type Row = Readonly<Record<string, string>>;

/** Reads the cells of one order's rows and collects everything that is wrong with them. */
export interface Cells {
  readonly rejections: readonly Rejection[];
  reject(column: string, code: string, message: string): void;
  /** The first of these columns that says anything, trimmed; null when none does. */
  text(row: Row, ...columns: readonly string[]): string | null;
  neededText(row: Row, column: string): string;
  currency(row: Row, column: string): CurrencyCode;
  /** Minor units; 0 where the cell is empty. */
  money(row: Row, column: string, currency: CurrencyCode): number;
  neededMoney(row: Row, column: string, currency: CurrencyCode): number;
  /** A date with its zone, or one in the store's own zone. */
  instant(row: Row, ...columns: readonly string[]): Instant | null;
  neededInstant(row: Row, ...columns: readonly string[]): Instant;
  /** Greater than zero; 1 where the cell is empty. */
  quantity(row: Row, column: string): number;
}

const never = 0 as Instant;

export function createCells(timeZone: string): Cells {
  const rejections: Rejection[] = [];
  const reject = (column: string, code: string, message: string) => {
    rejections.push({ code, path: `/${column}`, message });
  };
  const text: Cells['text'] = (row, ...columns) => {
    for (const column of columns) {
      // Exporters put an apostrophe before what a spreadsheet would take for a formula, e.g. a phone number's plus.
      const cell = row[column]?.trim().replace(/^'(?=[=+\-@])/, '') ?? '';
      if (cell !== '') return cell;
    }
    return null;
  };
  const neededText: Cells['neededText'] = (row, column) => {
    const cell = text(row, column);
    if (cell === null) reject(column, 'import.cell_missing', `The column "${column}" must not be empty.`);
    return cell ?? '';
  };
  const money: Cells['money'] = (row, column, currency) => {
    const cell = text(row, column);
    const amount = cell === null ? 0 : parseDecimal(cell, currency);
    if (amount === null)
      reject(
        column,
        'import.amount_invalid',
        `"${column}" is no plain decimal amount such as 1234.50, with a point and no thousands separator.`,
      );
    return amount ?? 0;
  };
  const instant: Cells['instant'] = (row, ...columns) => {
    const column = columns.find((name) => text(row, name) !== null);
    if (column === undefined) return null;
    const at = parseDate(text(row, column) ?? '', timeZone);
    if (at === null)
      reject(
        column,
        'import.date_invalid',
        `"${column}" is no date such as 2026-11-22 10:00:00 or 2026-11-22T10:00:00Z.`,
      );
    return at;
  };
  return {
    rejections,
    reject,
    text,
    neededText,
    money,
    instant,
    neededMoney: (row, column, currency) => {
      if (text(row, column) === null)
        reject(column, 'import.cell_missing', `The column "${column}" must not be empty.`);
      const amountMinor = money(row, column, currency);
      if (amountMinor < 0)
        reject(
          column,
          'import.amount_invalid',
          `"${column}" must not be negative; what was given back stands in its own column.`,
        );
      return amountMinor;
    },
    neededInstant: (row, ...columns) => {
      if (text(row, ...columns) === null)
        reject(columns[0] ?? '', 'import.cell_missing', `The column "${columns[0]}" must not be empty.`);
      return instant(row, ...columns) ?? never;
    },
    currency: (row, column) => {
      const cell = text(row, column);
      const currency = cell === null ? null : parseCurrency(cell);
      if (currency === null)
        reject(column, 'import.currency_unknown', `"${column}" must be an ISO 4217 currency such as EUR.`);
      return currency ?? ('EUR' as CurrencyCode);
    },
    quantity: (row, column) => {
      const cell = text(row, column) ?? '1';
      const quantity = /^\d+(\.\d+)?$/.test(cell) ? Number(cell) : 0;
      if (quantity <= 0) reject(column, 'import.quantity_invalid', `"${column}" must be a number greater than zero.`);
      return quantity;
    },
  };
}

const yearFirst = /^(\d{4})-(\d{2})-(\d{2})(?:[ T](\d{1,2}):(\d{2})(?::(\d{2}))?)?$/;
const monthFirst = /^(\d{1,2})\/(\d{1,2})\/(\d{4})(?: (\d{1,2}):(\d{2})(?::(\d{2}))?)?$/;
const withZone = /^(\d{4}-\d{2}-\d{2})[ T](\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?) ?(Z|UTC|[+-]\d{2}:?\d{2})$/;

/** Dates as the platforms export them: `2026-11-22 10:00:00 +0100`, `2026-11-22 10:00:00`, `11/22/2026 10:00`. */
export function parseDate(cell: string, timeZone: string): Instant | null {
  const zoned = withZone.exec(cell);
  if (zoned !== null) return parseInstant(`${zoned[1]}T${zoned[2]}${zoned[3] === 'UTC' ? 'Z' : zoned[3]}`);
  const iso = yearFirst.exec(cell);
  const us = monthFirst.exec(cell);
  if (iso === null && us === null) return null;
  const [year, month, day] = iso === null ? [us?.[3], us?.[1], us?.[2]] : [iso[1], iso[2], iso[3]];
  const [hour, minute, second] = (iso ?? us)?.slice(4, 7).map((part) => Number(part ?? 0)) ?? [0, 0, 0];
  const isDate =
    Number(month) >= 1 && Number(month) <= 12 && Number(day) >= 1 && Number(day) <= daysIn(Number(year), Number(month));
  if (!isDate || (hour ?? 0) > 23 || (minute ?? 0) > 59 || (second ?? 0) > 59) return null;
  const local = {
    year: Number(year),
    month: Number(month),
    day: Number(day),
    minuteOfDay: (hour ?? 0) * 60 + (minute ?? 0),
  };
  return plus(fromLocalTime(local, timeZone), (second ?? 0) * secondMs);
}

function daysIn(year: number, month: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate();
}
