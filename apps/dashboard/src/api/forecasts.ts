import { queryOptions } from '@tanstack/react-query';

import { api, dataOf } from './client.ts';
import type { components } from './schema.d.ts';

export type CustomerForecast = components['schemas']['CustomerForecast'];
export type ValueModel = components['schemas']['ValueModel'];
export type ForecastEvidence = components['schemas']['ForecastEvidence'];

/** All that is foreseen of a customer; null before a first purchase. */
export function forecastQuery(storeId: string, customerId: string) {
  return queryOptions({
    queryKey: ['stores', storeId, 'customers', customerId, 'forecast'],
    queryFn: async ({ signal }) =>
      dataOf(
        await api.GET('/api/v1/stores/{storeId}/customers/{customerId}/forecast', {
          params: { path: { storeId, customerId } },
          signal,
        }),
      ).forecast,
  });
}

/** The store's model, how right it would have been, and what all customers are expected to bring. */
export function valueModelQuery(storeId: string) {
  return queryOptions({
    queryKey: ['stores', storeId, 'value-model'],
    queryFn: async ({ signal }) =>
      dataOf(await api.GET('/api/v1/stores/{storeId}/value-model', { params: { path: { storeId } }, signal })),
    staleTime: 60_000,
  });
}

/** What the members of a segment are expected to bring. */
export function segmentOutlookQuery(storeId: string, segmentId: string) {
  return queryOptions({
    queryKey: ['stores', storeId, 'segments', segmentId, 'outlook'],
    queryFn: async ({ signal }) =>
      dataOf(
        await api.GET('/api/v1/stores/{storeId}/segments/{segmentId}/outlook', {
          params: { path: { storeId, segmentId } },
          signal,
        }),
      ),
  });
}
