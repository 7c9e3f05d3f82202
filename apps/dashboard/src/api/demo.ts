import { queryOptions } from '@tanstack/react-query';

import { api, dataOf } from './client.ts';
import type { components } from './schema.d.ts';

export type DemoProgress = components['schemas']['DemoProgress'];
export type DemoProduct = components['schemas']['DemoProduct'];
export type DemoOrder = components['schemas']['DemoOrder'];

const whileWorkingMs = 500;
const whileIdleMs = 15_000;

/** The demo's clock and how far it is: asked often while it works, now and then otherwise. */
export const demoQuery = queryOptions({
  queryKey: ['demo'],
  queryFn: async ({ signal }) => dataOf(await api.GET('/api/v1/demo', { signal })),
  refetchInterval: ({ state: { data } }) =>
    data === undefined || data.seeding !== null || data.moving !== null ? whileWorkingMs : whileIdleMs,
});

export async function moveDemoClock(forwardMs: number): Promise<void> {
  await api.POST('/api/v1/demo/clock', { body: { forwardMs } });
}

/** What the shop sells, and a few of those who buy there. */
export const demoShopQuery = (storeId: string) =>
  queryOptions({
    queryKey: ['demo', 'shop', storeId],
    queryFn: async ({ signal }) =>
      dataOf(await api.GET('/api/v1/demo/stores/{storeId}/shop', { params: { path: { storeId } }, signal })),
    staleTime: Infinity,
  });

export interface ShopOrder {
  readonly storeId: string;
  readonly customer: {
    readonly email: string;
    readonly firstName: string;
    readonly lastName: string;
    readonly locale?: string;
  };
  readonly items: readonly { readonly productId: string; readonly quantity: number }[];
  readonly couponCode: string | null;
}

export async function placeDemoOrder({ storeId, customer, items, couponCode }: ShopOrder): Promise<DemoOrder> {
  return dataOf(
    await api.POST('/api/v1/demo/stores/{storeId}/orders', {
      params: { path: { storeId } },
      body: { customer: { isConsenting: true, ...customer }, items: [...items], couponCode },
    }),
  );
}
