import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { User } from 'lucide-react';

import { foundCustomersQuery } from '../../api/customers.ts';
import type { Store } from '../../api/stores.ts';
import { useMessages } from '../../messages/messages-context.ts';
import { nameOf } from '../../pages/customers/customer-name.ts';
import type { PaletteCommand } from './use-commands.ts';
import { usePause } from './use-pause.ts';

const leastLetters = 2;

/** Customers of the stores other than this one whose name or address begins as typed, asked for when typing pauses. */
export function useCustomersElsewhere(
  stores: readonly Store[],
  here: Store | null,
  typed: string,
): readonly PaletteCommand[] {
  const t = useMessages();
  const navigate = useNavigate();
  const search = usePause(typed);
  const others = stores.filter(({ id }) => id !== here?.id);
  const isAsked = others.length > 0 && search.length >= leastLetters;
  const { data = [] } = useQuery({ ...foundCustomersQuery(search), enabled: isAsked });
  if (!isAsked || typed.trim().length < leastLetters) return [];
  return data.flatMap((customer) => {
    const store = others.find(({ id }) => id === customer.storeId);
    if (store === undefined) return [];
    const label = nameOf({ ...customer, erasedAt: null }, t);
    return {
      id: customer.id,
      label,
      note: label === customer.email ? store.name : [customer.email, store.name].filter(Boolean).join(' · '),
      group: t.palette.customersElsewhere,
      icon: User,
      run: () =>
        void navigate({
          to: '/stores/$slug/customers/$customerId',
          params: { slug: store.slug, customerId: customer.id },
        }),
    };
  });
}
