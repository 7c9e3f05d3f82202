import { infiniteQueryOptions } from '@tanstack/react-query';

import { api, dataOf } from './client.ts';
import type { components } from './schema.d.ts';

export type Order = components['schemas']['Order'];

/** A customer's orders, the newest first. */
export function ordersOfCustomerQuery(storeId: string, customerId: string) {
  return infiniteQueryOptions({
    queryKey: ['stores', storeId, 'customers', customerId, 'orders'],
    queryFn: async ({ signal, pageParam }) =>
      dataOf(
        await api.GET('/api/v1/stores/{storeId}/orders', {
          params: {
            path: { storeId },
            query: { customerId, limit: 100, ...(pageParam === null ? {} : { cursor: pageParam }) },
          },
          signal,
        }),
      ),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.nextCursor,
  });
}
