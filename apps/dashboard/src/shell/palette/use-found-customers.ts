import { useInfiniteQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { User } from 'lucide-react';

import { customersQuery } from '../../api/customers.ts';
import type { Store } from '../../api/stores.ts';
import { useMessages } from '../../messages/messages-context.ts';
import { nameOf } from '../../pages/customers/customer-name.ts';
import type { PaletteCommand } from './use-commands.ts';
import { usePause } from './use-pause.ts';

const leastLetters = 2;
const most = 8;

/** The store's customers whose name or address holds what is typed, asked for when typing pauses. */
export function useFoundCustomers(store: Store | null, typed: string): readonly PaletteCommand[] {
  const t = useMessages();
  const navigate = useNavigate();
  const search = usePause(typed);
  const isAsked = store !== null && search.length >= leastLetters;
  const found = useInfiniteQuery({ ...customersQuery(store?.id ?? '', search), enabled: isAsked });
  if (!isAsked || typed.trim().length < leastLetters) return [];
  return (found.data?.pages[0]?.data ?? []).slice(0, most).map((customer) => ({
    id: customer.id,
    label: nameOf(customer, t),
    note: nameOf(customer, t) === customer.email ? undefined : (customer.email ?? undefined),
    group: t.palette.customers,
    icon: User,
    run: () =>
      void navigate({
        to: '/stores/$slug/customers/$customerId',
        params: { slug: store.slug, customerId: customer.id },
      }),
  }));
}
