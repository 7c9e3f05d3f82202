import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';

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

/** The orders of all stores one may see whose number is or begins so. */
export function foundOrdersQuery(number: string) {
  return queryOptions({
    queryKey: ['orders', number],
    queryFn: async ({ signal }) =>
      dataOf(await api.GET('/api/v1/orders', { params: { query: { number } }, signal })).data,
  });
}
