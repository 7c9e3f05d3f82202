import { Link } from '@tanstack/react-router';

import type { Customer } from '../../api/customers.ts';
import type { Store } from '../../api/stores.ts';
import { useMessages } from '../../messages/messages-context.ts';
import { nameOf } from './customer-name.ts';

export interface CustomerLinkProps {
  readonly store: Store;
  readonly customerId: string;
  /** Those that are known by now; the others are called by a part of their id. */
  readonly customers: readonly Customer[] | undefined;
}

const shownIdLength = 8;

/** A customer, by name, as the way to their page. */
export function CustomerLink({ store, customerId, customers }: CustomerLinkProps) {
  const t = useMessages();
  const customer = customers?.find(({ id }) => id === customerId);
  return (
    <Link to="/stores/$slug/customers/$customerId" params={{ slug: store.slug, customerId }}>
      {customer === undefined ? customerId.slice(-shownIdLength) : nameOf(customer, t)}
    </Link>
  );
}
