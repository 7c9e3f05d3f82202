import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query';

import { api, dataOf } from './client.ts';
import type { components, operations } from './schema.d.ts';

export type Customer = components['schemas']['Customer'];
export type TimelineRow = components['schemas']['TimelineEntry'];

export type CustomerListQuery = Omit<
  NonNullable<operations['listCustomers']['parameters']['query']>,
  'limit' | 'cursor' | 'ids' | 'email'
>;

/** The store's customers that fit, in pages; the first page knows how many there are in all. */
export function customerListQuery(storeId: string, query: CustomerListQuery) {
  return infiniteQueryOptions({
    queryKey: ['stores', storeId, 'customers', query],
    queryFn: async ({ signal, pageParam }) =>
      dataOf(
        await api.GET('/api/v1/stores/{storeId}/customers', {
          params: {
            path: { storeId },
            query: { limit: 50, ...query, ...(pageParam === null ? {} : { cursor: pageParam }) },
          },
          signal,
        }),
      ),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.nextCursor,
    placeholderData: keepPreviousData,
  });
}

/** Those whose name or address contains `search`, the newest first. */
export function customersQuery(storeId: string, search: string) {
  return customerListQuery(storeId, search === '' ? {} : { search });
}

/** The customers of all stores one may see whose name or address begins so. */
export function foundCustomersQuery(search: string) {
  return queryOptions({
    queryKey: ['customers', search],
    queryFn: async ({ signal }) =>
      dataOf(await api.GET('/api/v1/customers', { params: { query: { search } }, signal })).data,
    placeholderData: keepPreviousData,
  });
}

/** What is usual among the store's buyers. */
export function mediansQuery(storeId: string) {
  return queryOptions({
    queryKey: ['stores', storeId, 'customer-medians'],
    queryFn: async ({ signal }) =>
      dataOf(await api.GET('/api/v1/stores/{storeId}/customer-medians', { params: { path: { storeId } }, signal })),
    staleTime: 600_000,
  });
}

/** These customers, for lists that know them by id. */
export function customersByIdQuery(storeId: string, ids: readonly string[]) {
  const sorted = [...new Set(ids)].sort().slice(0, 200);
  return queryOptions({
    queryKey: ['stores', storeId, 'customers', { ids: sorted }],
    queryFn: async ({ signal }) =>
      dataOf(
        await api.GET('/api/v1/stores/{storeId}/customers', {
          params: { path: { storeId }, query: { ids: sorted.join(','), limit: 200 } },
          signal,
        }),
      ).data,
    enabled: sorted.length > 0,
    staleTime: 60_000,
  });
}

export function customerQuery(storeId: string, customerId: string) {
  return queryOptions({
    queryKey: ['stores', storeId, 'customers', customerId],
    queryFn: async ({ signal }) =>
      dataOf(
        await api.GET('/api/v1/stores/{storeId}/customers/{customerId}', {
          params: { path: { storeId, customerId } },
          signal,
        }),
      ),
  });
}

/** What happened with a customer and is to happen, the newest first; of these kinds only, where any are named. */
export function timelineQuery(storeId: string, customerId: string, kinds: readonly string[] = []) {
  return infiniteQueryOptions({
    queryKey: ['stores', storeId, 'customers', customerId, 'timeline', kinds],
    queryFn: async ({ signal, pageParam }) =>
      dataOf(
        await api.GET('/api/v1/stores/{storeId}/customers/{customerId}/timeline', {
          params: {
            path: { storeId, customerId },
            query: {
              limit: 50,
              ...(kinds.length === 0 ? {} : { kinds: kinds.join(',') }),
              ...(pageParam === null ? {} : { cursor: pageParam }),
            },
          },
          signal,
        }),
      ),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.nextCursor,
  });
}

/** The customer with this e-mail address, if the store knows one, with all that happened so far. */
export async function findWalker(
  storeId: string,
  email: string,
): Promise<{ readonly customer: Customer; readonly timeline: readonly TimelineRow[] } | null> {
  const { data } = dataOf(
    await api.GET('/api/v1/stores/{storeId}/customers', { params: { path: { storeId }, query: { email, limit: 1 } } }),
  );
  const [customer] = data;
  if (customer === undefined) return null;
  const page = dataOf(
    await api.GET('/api/v1/stores/{storeId}/customers/{customerId}/timeline', {
      params: { path: { storeId, customerId: customer.id }, query: { limit: 100 } },
    }),
  );
  return { customer, timeline: page.data };
}
