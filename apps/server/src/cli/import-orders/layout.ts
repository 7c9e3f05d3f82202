import type { Order } from '@regulars/core/commerce';
import type { Cells, Row } from './cells.ts';

/** How one kind of file tells orders. */
export interface OrderLayout {
  readonly id: 'shopify' | 'woocommerce' | 'plain';
  /** Columns, in lower case, without which a file is not of this kind. */
  readonly columns: readonly string[];
  /** What the rows of one order have in common; '' when a row does not say. */
  readonly keyOf: (row: Row) => string;
  /** Reads one order from its rows; what is wrong is told to `cells`. */
  readonly toOrder: (rows: readonly [Row, ...Row[]], cells: Cells) => Order;
}

/** What every layout fills in the same way. */
export const unknownOrder = {
  source: null,
  attributes: {},
  isTest: false,
  isRenewal: false,
} as const satisfies Partial<Order>;

/** The state a file shows is as of the last thing that is dated in it. */
export function lastOf(...instants: readonly (Order['paidAt'] | undefined)[]): Order['updatedAt'] {
  return Math.max(...instants.map((at) => at ?? 0)) as Order['updatedAt'];
}

/** A country as a code of two letters; null for anything else, such as a country's name. */
export function toCountry(cell: string | null): string | null {
  return cell !== null && /^[a-z]{2}$/i.test(cell) ? cell.toUpperCase() : null;
}

export function splitCodes(cell: string | null): readonly string[] {
  return (cell ?? '')
    .split(/[,;]/)
    .map((code) => code.trim().toLowerCase())
    .filter((code) => code !== '');
}

/** `unitMinor` times a quantity, rounded to whole minor units where goods are sold by weight. */
export function timesQuantity(unitMinor: number, quantity: number): number {
  return Math.round(unitMinor * quantity);
}
