import { queryOptions } from '@tanstack/react-query';

import { api, dataOf } from './client.ts';
import { pagedQuery } from './paged-query.ts';
import type { components } from './schema.d.ts';

export type Delivery = components['schemas']['Delivery'];
export type ReadableDelivery = components['schemas']['DeliveryWithBody'];
export type PoisonChoice = { readonly deliveryIds: string[] } | { readonly reason: string };

/** All that is asked about the deliveries of a store. */
export function deliveriesKey(storeId: string) {
  return ['stores', storeId, 'deliveries'] as const;
}

/** What arrived and could not be used: what needs somebody, or what was put aside. */
export function poisonQuery(storeId: string, state: 'poison' | 'put_aside') {
  return pagedQuery({
    queryKey: [...deliveriesKey(storeId), state],
    limit: 20,
    getPage: async (wanted, signal) =>
      dataOf(
        await api.GET('/api/v1/stores/{storeId}/deliveries', {
          params: { path: { storeId }, query: { ...wanted, state } },
          signal,
        }),
      ),
    refetchInterval: 15_000,
  });
}

/** How many could not be used, for each reason. */
export function reasonsQuery(storeId: string) {
  return queryOptions({
    queryKey: [...deliveriesKey(storeId), 'reasons'],
    queryFn: async ({ signal }) =>
      dataOf(await api.GET('/api/v1/stores/{storeId}/deliveries/reasons', { params: { path: { storeId } }, signal }))
        .data,
    refetchInterval: 15_000,
  });
}

/** One delivery with its body, which is forgotten when nobody looks at it: it is about customers. */
export function deliveryQuery(storeId: string, deliveryId: string) {
  return queryOptions({
    queryKey: ['stores', storeId, 'delivery', deliveryId],
    queryFn: async ({ signal }) =>
      dataOf(
        await api.GET('/api/v1/stores/{storeId}/deliveries/{deliveryId}', {
          params: { path: { storeId, deliveryId } },
          signal,
        }),
      ),
    gcTime: 0,
  });
}

export async function replayDelivery(storeId: string, deliveryId: string): Promise<void> {
  await api.POST('/api/v1/stores/{storeId}/deliveries/{deliveryId}/replay', {
    params: { path: { storeId, deliveryId } },
  });
}

export async function replayAllPoison(storeId: string): Promise<number> {
  return dataOf(await api.POST('/api/v1/stores/{storeId}/deliveries/replay', { params: { path: { storeId } } }))
    .replayed;
}

/** Answers the ids of those it has put aside, by which they can be brought back. */
export async function putAsideDeliveries(storeId: string, choice: PoisonChoice): Promise<readonly string[]> {
  return dataOf(
    await api.POST('/api/v1/stores/{storeId}/deliveries/put-aside', { params: { path: { storeId } }, body: choice }),
  ).deliveryIds;
}

export async function bringBackDeliveries(storeId: string, deliveryIds: readonly string[]): Promise<void> {
  await api.POST('/api/v1/stores/{storeId}/deliveries/bring-back', {
    params: { path: { storeId } },
    body: { deliveryIds: [...deliveryIds] },
  });
}
