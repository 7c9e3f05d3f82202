import { queryOptions } from '@tanstack/react-query';

import { api, dataOf } from './client.ts';
import type { components, paths } from './schema.d.ts';

export type Store = components['schemas']['Store'];

export const storesQuery = queryOptions({
  queryKey: ['stores'],
  queryFn: async ({ signal }) => dataOf(await api.GET('/api/v1/stores', { signal })).data,
  staleTime: 60_000,
});

export type NewStore = NonNullable<paths['/api/v1/stores']['post']['requestBody']>['content']['application/json'];

export async function createStore(body: NewStore): Promise<Store> {
  return dataOf(await api.POST('/api/v1/stores', { body }));
}

export type StoreChange = NonNullable<
  paths['/api/v1/stores/{storeId}']['patch']['requestBody']
>['content']['application/json'];

export async function changeStore(storeId: string, body: StoreChange): Promise<Store> {
  return dataOf(await api.PATCH('/api/v1/stores/{storeId}', { params: { path: { storeId } }, body }));
}

/** Sends a real recorded order through the store's own webhook address. */
export async function sendRecordedOrder(storeId: string, email: string | null): Promise<void> {
  await api.POST('/api/v1/stores/{storeId}/recorded-order', { params: { path: { storeId } }, body: { email } });
}
