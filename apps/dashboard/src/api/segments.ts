import { queryOptions } from '@tanstack/react-query';

import { api, dataOf } from './client.ts';
import type { components } from './schema.d.ts';

export type SegmentVerdict = components['schemas']['SegmentVerdict'];

/** Why a customer is in each segment, or why not. */
export function customerSegmentsQuery(storeId: string, customerId: string) {
  return queryOptions({
    queryKey: ['stores', storeId, 'customers', customerId, 'segments'],
    queryFn: async ({ signal }) =>
      dataOf(
        await api.GET('/api/v1/stores/{storeId}/customers/{customerId}/segments', {
          params: { path: { storeId, customerId } },
          signal,
        }),
      ).data,
  });
}
