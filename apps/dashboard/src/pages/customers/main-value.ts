import type { Customer } from '../../api/customers.ts';

export type CustomerValue = Customer['values'][number];

/** What a customer brought in the store's own currency; in the one they bought in, when it is another. */
export function mainValueOf({ values }: Customer, currency: string): CustomerValue | undefined {
  return values.find((value) => value.currency === currency) ?? values[0];
}
