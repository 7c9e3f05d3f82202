import { CommandFailure } from '../command-failure.ts';
import { noDay } from './cells/calendar.ts';
import { currencyOfAmount } from './cells/currency-of-amount.ts';
import { dayOfPair, isDayPair, orderOfPair, type DayOrder } from './cells/day-pair.ts';
import type { DecimalMark } from './cells/parse-amount.ts';
import { createCurrencyReader } from './cells/create-currency-reader.ts';
import type { NamedColumns } from './columns/choose-columns.ts';
import type { ByteSource } from './csv/byte-source.ts';
import { describeFile } from './csv/describe-file.ts';
import { createIdTable, type IdTable } from './ids/id-table.ts';
import { createRowBlock } from './csv/row-block.ts';
import { createRowReader } from './csv/row-reader.ts';
import { createCurrencyWatch } from './currency-watch.ts';
import { chooseLayout, type Layout } from './layout.ts';
import { createOrderLedger } from './orders/order-ledger.ts';
import { createOrderTable } from './orders/order-table.ts';
import { anonymous, continuation, createCellValues, readCells, usable, verdictReasons } from './read-cells.ts';
import { createRejectedRows, type RejectedRow } from './rejected-rows.ts';
import type { TransactionSink } from './transaction-sink.ts';
import { createUndecidedDays, type UndecidedRow } from './undecided-days.ts';
import type { LocatedDay } from './warn-of-stray-end.ts';

export interface ReadingOptions {
  readonly columns: NamedColumns;
  /** null to be told by the data. */
  readonly dayOrder: DayOrder | null;
  readonly decimalMark: DecimalMark | null;
  /** Where rows that cannot be used are kept; null for nowhere. */
  readonly rejectsPath: string | null;
  /** Whether customers’ ids will be asked for afterwards. */
  readonly keepsIds: boolean;
  readonly onProgress: (bytesRead: number, rows: number) => void;
}

/** What reading came to. */
export interface ReadTransactions {
  readonly ids: IdTable;
  readonly layout: Layout;
  readonly rows: number;
  readonly refundRows: number;
  /** Rows of guests, left out. */
  readonly anonymousRows: number;
  readonly rejectedRows: number;
  readonly firstRejected: readonly RejectedRow[];
  readonly currency: string | null;
  /** The latest day, and where it stands first. */
  readonly latest: LocatedDay;
}

const rowsAtOnce = 1 << 14;
const decoder = new TextDecoder();

/** Reads a file of transactions of any length into the sink; no row ever becomes an object. */
export async function readTransactions(
  source: ByteSource,
  sink: TransactionSink,
  options: ReadingOptions,
): Promise<ReadTransactions> {
  const reader = createRowReader(source);
  const file = describeFile(await reader.sample(), source.name);
  const layout = chooseLayout(file, options.columns, options.decimalMark);
  const { slots } = layout;
  const block = createRowBlock(layout.width, rowsAtOnce);
  const values = createCellValues(rowsAtOnce);
  const customers = new Int32Array(rowsAtOnce);
  const orders = new Int32Array(rowsAtOnce).fill(-1);
  const ids = createIdTable(rowsAtOnce, { keepsIds: options.keepsIds });
  const orderTable = slots.order < 0 ? null : createOrderTable(rowsAtOnce);
  const ledger = createOrderLedger(sink);
  const currencies = createCurrencyWatch(createCurrencyReader());
  const amountCurrencies = createCurrencyWatch(currencyOfAmount);
  const amountSlot = slots.amount < 0 ? slots.unitPrice : slots.amount;
  const separator = file.separator === 'whitespace' ? ' ' : file.separator;
  const rejects = createRejectedRows(options.rejectsPath, separator, layout.header.join(separator));
  const undecided = createUndecidedDays();
  let { dayOrder } = options;
  let rows = 0;
  let refundRows = 0;
  let anonymousRows = 0;
  let latest: LocatedDay = { day: noDay, line: 0 };

  const reject = (bytes: Uint8Array, row: number, reason: string) => {
    const text = decoder.decode(bytes.subarray(block.rowStarts[row], block.rowEnds[row]));
    rejects.add(block.lines[row]!, reason, text);
  };
  const take = (customer: number, order: number, day: number, amount: number, line: number) => {
    if (day > latest.day) latest = { day, line };
    if (amount < 0) refundRows += 1;
    if (order >= 0) ledger.add(order, customer, day, amount);
    else if (amount < 0) sink.addRefund(customer, day, -amount);
    else sink.add(customer, day, amount);
  };
  const takeSettled = ({ customer, order, amount, line }: UndecidedRow, day: number) => {
    if (day === noDay) rejects.add(line, verdictReasons[5], '');
    else take(customer, order, day, amount, line);
  };

  try {
    for (;;) {
      const bytes = await reader.next(layout.format, block);
      if (bytes === null) break;
      const from = rows === 0 && layout.hasHeader ? 1 : 0;
      readCells(bytes, block, layout, values);
      // The names of the columns are nobody’s id and no currency.
      if (from === 1) block.starts.fill(-1, 0, block.width);
      ids.numberCells(bytes, block, slots.customer, customers);
      orderTable?.numberCells(bytes, block, slots.order, customers, orders);
      if (slots.currency >= 0) currencies.check(bytes, block, slots.currency);
      if (amountSlot >= 0) amountCurrencies.check(bytes, block, amountSlot);

      for (let row = from; row < block.size; row += 1) {
        const verdict = values.verdicts[row]!;
        if (verdict !== usable) {
          if (verdict === anonymous) anonymousRows += 1;
          else if (verdict !== continuation) reject(bytes, row, verdictReasons[verdict] ?? '');
          continue;
        }
        let day = values.days[row]!;
        const customer = customers[row]!;
        const order = orders[row]!;
        const amount = values.amounts[row]!;
        if (isDayPair(day)) {
          const pair = day;
          if (dayOrder === null) {
            dayOrder = orderOfPair(pair);
            if (dayOrder === null) {
              undecided.add({ customer, order, pair, amount, line: block.lines[row]! });
              continue;
            }
            undecided.settle(dayOrder, takeSettled);
          }
          day = dayOfPair(pair, dayOrder);
          if (day === noDay) {
            reject(bytes, row, verdictReasons[5]);
            continue;
          }
        }
        take(customer, order, day, amount, block.lines[row]!);
      }
      rows += block.size;
      options.onProgress(reader.bytesRead, rows);
    }
    const ambiguous = undecided.findAmbiguous();
    if (ambiguous !== null) throw new CommandFailure(describeAmbiguity(ambiguous.line, layout));
    undecided.settle('day-first', takeSettled);
    orderTable?.close();
    ids.closeNumbering();
    ledger.flush();
  } finally {
    rejects.close();
  }
  return {
    ids,
    layout,
    rows: rows - (layout.hasHeader ? 1 : 0),
    refundRows,
    anonymousRows,
    rejectedRows: rejects.count,
    firstRejected: rejects.first,
    currency: currencies.currency ?? amountCurrencies.currency,
    latest,
  };
}

function describeAmbiguity(line: number, { names }: Layout): string {
  return (
    `Every date in "${names.date ?? ''}" may be read day first or month first, for the first time on line ${line}. ` +
    'Say which it is: --date-order day-first, or --date-order month-first.'
  );
}
