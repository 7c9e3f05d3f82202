import { queryOptions } from '@tanstack/react-query';

import { api, dataOf } from './client.ts';
import type { components } from './schema.d.ts';

export type Suppression = components['schemas']['Suppression'];

/** What forbids writing to this address. */
export function suppressionsOfQuery(storeId: string, email: string) {
  return queryOptions({
    queryKey: ['stores', storeId, 'suppressions', { email }],
    queryFn: async ({ signal }) =>
      dataOf(
        await api.GET('/api/v1/stores/{storeId}/suppressions', {
          params: { path: { storeId }, query: { email, limit: 10 } },
          signal,
        }),
      ).data,
  });
}
