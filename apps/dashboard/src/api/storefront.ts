import { queryOptions } from '@tanstack/react-query';

import { api, dataOf } from './client.ts';
import type { components } from './schema.d.ts';

export type Storefront = components['schemas']['Storefront'];

export interface StorefrontPlace {
  readonly storeId: string;
  readonly connectionId: string;
}

const path = '/api/v1/stores/{storeId}/connections/{connectionId}/storefront';

/** Whether a shop's pages tell of carts, and what they show to do so. */
export function storefrontQuery(place: StorefrontPlace) {
  return queryOptions({
    queryKey: ['stores', place.storeId, 'connections', place.connectionId, 'storefront'],
    queryFn: async ({ signal }): Promise<Storefront> =>
      dataOf(await api.GET(path, { params: { path: { ...place } }, signal })),
  });
}

/** Opens it for this shop; an earlier key serves no more. */
export async function openStorefront(place: StorefrontPlace, shopUrl: string): Promise<Storefront> {
  return dataOf(await api.POST(path, { params: { path: { ...place } }, body: { shopUrl } }));
}

export async function closeStorefront(place: StorefrontPlace): Promise<void> {
  await api.DELETE(path, { params: { path: { ...place } } });
}
