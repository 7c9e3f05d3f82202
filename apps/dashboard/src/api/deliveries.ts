import { api, dataOf } from './client.ts';
import { pagedQuery } from './paged-query.ts';
import type { components } from './schema.d.ts';

export type Delivery = components['schemas']['Delivery'];

/** What arrived and could not be used. */
export function poisonQuery(storeId: string) {
  return pagedQuery({
    queryKey: ['stores', storeId, 'deliveries', 'poison'],
    limit: 20,
    getPage: async (wanted, signal) =>
      dataOf(
        await api.GET('/api/v1/stores/{storeId}/deliveries', {
          params: { path: { storeId }, query: { ...wanted, state: 'poison' } },
          signal,
        }),
      ),
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
