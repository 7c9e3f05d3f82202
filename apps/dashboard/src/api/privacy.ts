import { queryOptions } from '@tanstack/react-query';

import { api, dataOf } from './client.ts';

/** Who asked for what is kept about them and was not answered yet, newest first. */
export function openDataRequestsQuery(storeId: string) {
  return queryOptions({
    queryKey: ['stores', storeId, 'data-requests'],
    queryFn: async ({ signal }) =>
      dataOf(
        await api.GET('/api/v1/stores/{storeId}/data-requests', {
          params: { path: { storeId }, query: { state: 'open', limit: 50 } },
          signal,
        }),
      ).data,
  });
}

export async function answerDataRequest(storeId: string, requestId: string): Promise<void> {
  dataOf(
    await api.POST('/api/v1/stores/{storeId}/data-requests/{requestId}/answer', {
      params: { path: { storeId, requestId } },
    }),
  );
}

/** Where the browser fetches everything that is kept about a person, as a file. */
export function toExportPath(storeId: string, customerId: string): string {
  return `/api/v1/stores/${storeId}/customers/${customerId}/export`;
}
