import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';

import { customerListQuery, customersByIdQuery } from '../../api/customers.ts';
import type { Store } from '../../api/stores.ts';
import { templatesQuery } from '../../api/templates.ts';
import { Combobox } from '../../components/combobox.tsx';
import { SelectField } from '../../components/field.tsx';
import { useMessages } from '../../messages/messages-context.ts';
import { nameOf } from '../customers/customer-name.ts';
import { nameMail } from '../sequences/names.ts';
import styles from './mailbox.module.css';
import type { MailboxSearch } from './mailbox-search.ts';

const offered = 8;

/** Narrows the mailbox to one customer or one template; the address keeps it. */
export function MailboxFilters({ store, search }: { readonly store: Store; readonly search: MailboxSearch }) {
  const t = useMessages();
  const navigate = useNavigate();
  const [typed, setTyped] = useState('');
  const { data: templates = [] } = useQuery(templatesQuery(store.id));
  const found = useInfiniteQuery(customerListQuery(store.id, typed === '' ? { sort: 'lastOrder' } : { search: typed }));
  const { data: chosen = [] } = useQuery(
    customersByIdQuery(store.id, search.customer === undefined ? [] : [search.customer]),
  );
  const keys = [
    ...new Set([...templates.map(({ key }) => key), ...(search.template === undefined ? [] : [search.template])]),
  ];
  const customers = [...chosen, ...(found.data?.pages[0]?.data ?? []).slice(0, offered)];
  const narrow = (change: { readonly customer?: string | undefined; readonly template?: string | undefined }) =>
    void navigate({
      to: '/stores/$slug/mailbox',
      params: { slug: store.slug },
      search: () => {
        const { customer, template } = { ...search, ...change };
        return { ...(customer === undefined ? {} : { customer }), ...(template === undefined ? {} : { template }) };
      },
      replace: true,
    });
  const everybody = { value: '', label: t.mailbox.everybody };
  return (
    <div className={styles['filters']}>
      <Combobox
        label={t.mailbox.filterCustomer}
        value={search.customer ?? ''}
        options={[
          ...(typed === '' ? [everybody] : []),
          ...new Map(
            customers.map((customer) => [
              customer.id,
              { value: customer.id, label: nameOf(customer, t), note: customer.email ?? '' },
            ]),
          ).values(),
        ]}
        onSearch={setTyped}
        onChange={(customer) => narrow({ customer: customer === '' ? undefined : customer })}
      />
      <SelectField
        label={t.mailbox.filterTemplate}
        value={search.template ?? ''}
        options={[
          { value: '', label: t.mailbox.allTemplates },
          ...keys.map((key) => ({ value: key, label: nameMail(key, t) })),
        ]}
        onChange={({ target }) => narrow({ template: target.value === '' ? undefined : target.value })}
      />
    </div>
  );
}
