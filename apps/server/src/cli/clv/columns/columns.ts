/** What a column may be to us. */
export type Role = 'customer' | 'date' | 'amount' | 'order' | 'currency' | 'quantity' | 'unitPrice';

/** Which column of the file, counted from 0, says what. An amount is a column or the product of two. */
export interface Columns {
  readonly customer: number;
  readonly date: number;
  readonly amount: number | null;
  readonly quantity: number | null;
  readonly unitPrice: number | null;
  readonly order: number | null;
  readonly currency: number | null;
}
