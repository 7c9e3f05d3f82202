import { infiniteQueryOptions } from '@tanstack/react-query';

import { api, dataOf } from './client.ts';
import type { components } from './schema.d.ts';

export type Delivery = components['schemas']['Delivery'];

/** What arrived and could not be used. */
export function poisonQuery(storeId: string) {
  return infiniteQueryOptions({
    queryKey: ['stores', storeId, 'deliveries', 'poison'],
    queryFn: async ({ signal, pageParam }) =>
      dataOf(
        await api.GET('/api/v1/stores/{storeId}/deliveries', {
          params: {
            path: { storeId },
            query: { state: 'poison', limit: 20, ...(pageParam === null ? {} : { cursor: pageParam }) },
          },
          signal,
        }),
      ),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.nextCursor,
    refetchInterval: 15_000,
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
