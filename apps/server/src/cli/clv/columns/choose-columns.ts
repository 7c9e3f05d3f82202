import { fail, ok, type Result } from '@regulars/core/shared';
import type { Columns, Role } from './columns.ts';
import { commonNames, toPlainName } from './common-names.ts';

/** Columns as the user named them: by name, or by number counted from 1. */
export type NamedColumns = Readonly<Partial<Record<'customer' | 'date' | 'amount' | 'order' | 'currency', string>>>;

/** The columns, with those that were guessed. */
export interface ChosenColumns {
  readonly columns: Columns;
  readonly guessed: readonly Role[];
}

const options = {
  customer: '--customer',
  date: '--date',
  amount: '--amount',
  order: '--order',
  currency: '--currency',
};

/** A file’s first row: the names of its columns, or data already. */
export interface FirstRow {
  readonly cells: readonly string[];
  readonly isData: boolean;
}

/** `not-found` is a column that the user named; `not-known` is one that somebody has to name. */
export interface ColumnFailure {
  readonly code: 'not-found' | 'not-known';
  readonly message: string;
}

/** Finds the columns by what the user said of them, the others by the names that such columns commonly bear. */
export function chooseColumns(first: FirstRow, named: NamedColumns): Result<ChosenColumns, ColumnFailure> {
  const { cells: header } = first;
  const taken = new Set<number>();
  const found = new Map<Role, number>();
  for (const [role, name] of Object.entries(named) as [keyof typeof options, string][]) {
    const column = findNamed(first, name);
    if (column === null) return notFound(`${options[role]} ${name}: there is no such column. ${describe(header)}`);
    if (taken.has(column)) return notFound(`${options[role]} ${name}: this column is already something else.`);
    taken.add(column);
    found.set(role, column);
  }

  const guessed: Role[] = [];
  const names = header.map(toPlainName);
  const guess = (role: Role) => {
    if (found.has(role)) return;
    const name = commonNames[role].find((name) => names.some((own, column) => own === name && !taken.has(column)));
    if (name === undefined) return;
    const column = names.findIndex((own, column) => own === name && !taken.has(column));
    taken.add(column);
    found.set(role, column);
    guessed.push(role);
  };
  for (const role of ['date', 'customer', 'order', 'amount', 'currency'] as const) guess(role);
  if (!found.has('amount')) {
    guess('quantity');
    guess('unitPrice');
    // A price alone is an amount; a quantity alone says nothing of money.
    const price = found.get('unitPrice');
    if (price !== undefined && !found.has('quantity')) {
      found.delete('unitPrice');
      found.set('amount', price);
    }
  }

  const customer = found.get('customer');
  const date = found.get('date');
  if (customer === undefined || date === undefined)
    return fail({ code: 'not-known', message: describeMissing(header, customer, date) });
  const hasProduct = found.has('quantity') && found.has('unitPrice');
  return ok({
    columns: {
      customer,
      date,
      amount: found.get('amount') ?? null,
      quantity: hasProduct ? (found.get('quantity') ?? null) : null,
      unitPrice: hasProduct ? (found.get('unitPrice') ?? null) : null,
      order: found.get('order') ?? null,
      currency: found.get('currency') ?? null,
    },
    guessed,
  });
}

function notFound(message: string): Result<never, ColumnFailure> {
  return fail({ code: 'not-found', message });
}

/** By its very name, else in whatever way it is spelled, else by its number; in data a number is nothing but a number. */
function findNamed({ cells, isData }: FirstRow, name: string): number | null {
  const number = /^\d+$/.test(name) ? Number(name) : 0;
  const numbered = number >= 1 && number <= cells.length ? number - 1 : null;
  if (isData && number > 0) return numbered;
  const exact = cells.indexOf(name);
  if (exact >= 0) return exact;
  const plain = cells.map(toPlainName).indexOf(toPlainName(name));
  return plain >= 0 ? plain : numbered;
}

function describeMissing(header: readonly string[], customer: number | undefined, date: number | undefined): string {
  const lacking = [
    ...(customer === undefined ? ['whose row it is (--customer)'] : []),
    ...(date === undefined ? ['when it was (--date)'] : []),
  ];
  return `No column is known to say ${lacking.join(' nor ')}. ${describe(header)} Name a column, or give its number.`;
}

function describe(header: readonly string[]): string {
  return `The columns are: ${header.map((name, index) => `${index + 1} "${name}"`).join(', ')}.`;
}
