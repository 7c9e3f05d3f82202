import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { ShoppingBag } from 'lucide-react';

import { foundOrdersQuery } from '../../api/orders.ts';
import type { Store } from '../../api/stores.ts';
import { useMessages } from '../../messages/messages-context.ts';
import { nameOf } from '../../pages/customers/customer-name.ts';
import { isOrderNumber } from './is-order-number.ts';
import type { PaletteCommand } from './use-commands.ts';
import { usePause } from './use-pause.ts';

/** The orders whose number begins with what is typed, in any of these stores, each on its customer's timeline. */
export function useFoundOrders(stores: readonly Store[], typed: string): readonly PaletteCommand[] {
  const t = useMessages();
  const navigate = useNavigate();
  const number = usePause(typed);
  const isAsked = stores.length > 0 && isOrderNumber(number);
  const { data = [] } = useQuery({ ...foundOrdersQuery(number), enabled: isAsked });
  if (!isAsked || !isOrderNumber(typed)) return [];
  return data.flatMap((order) => {
    const store = stores.find(({ id }) => id === order.storeId);
    const { customer } = order;
    if (store === undefined || customer === null) return [];
    return {
      id: order.id,
      label: t.customers.orderNumber(order.number),
      note: `${nameOf({ ...customer, erasedAt: null }, t)} · ${store.name}`,
      group: t.palette.orders,
      icon: ShoppingBag,
      run: () =>
        void navigate({
          to: '/stores/$slug/customers/$customerId',
          params: { slug: store.slug, customerId: customer.id },
          search: { order: order.id },
        }),
    };
  });
}
