import type { Customer } from '../../api/customers.ts';
import type { Messages } from '../../messages/en.ts';

type Named = Pick<Customer, 'firstName' | 'lastName' | 'email' | 'erasedAt'>;

/** What to call a customer: the name, else the address, else that there is none. */
export function nameOf({ firstName, lastName, email, erasedAt }: Named, t: Messages): string {
  if (erasedAt !== null) return t.customers.erased;
  const name = [firstName, lastName].filter((part) => part !== null && part !== '').join(' ');
  return name !== '' ? name : (email ?? t.customers.nameless);
}
