import { useInfiniteQuery } from '@tanstack/react-query';

import { customerListQuery } from '../../../api/customers.ts';
import type { Store } from '../../../api/stores.ts';
import { useMessages } from '../../../messages/messages-context.ts';
import { useMay } from '../../../shell/use-may.ts';
import { nameOf } from '../../customers/customer-name.ts';
import styles from './playbook.module.css';

export interface ExampleCustomerProps {
  readonly store: Store;
  /** Null: somebody made up. */
  readonly customerId: string | null;
  readonly onCustomer: (customerId: string | null) => void;
}

const offered = 12;

/** As whom a mail is filled in: somebody made up, or one of those who ordered last. */
export function ExampleCustomer({ store, customerId, onCustomer }: ExampleCustomerProps) {
  const t = useMessages();
  const maySee = useMay('customers.read');
  const customers = useInfiniteQuery({ ...customerListQuery(store.id, { sort: 'lastOrder' }), enabled: maySee });
  const latest = (customers.data?.pages[0]?.data ?? []).slice(0, offered);
  return (
    <label className={styles['example']}>
      <span>{t.sequences.exampleFor}</span>
      <select value={customerId ?? ''} onChange={({ target }) => onCustomer(target.value || null)}>
        <option value="">{t.sequences.exampleMadeUp}</option>
        {latest.map((customer) => (
          <option key={customer.id} value={customer.id}>
            {nameOf(customer, t)}
          </option>
        ))}
      </select>
    </label>
  );
}
