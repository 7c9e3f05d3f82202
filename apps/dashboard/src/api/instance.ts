import { queryOptions } from '@tanstack/react-query';

import { api, dataOf } from './client.ts';

/** What one is in; it never changes while it runs. */
export const instanceQuery = queryOptions({
  queryKey: ['instance'],
  queryFn: async ({ signal }) => dataOf(await api.GET('/api/v1/instance', { signal })),
  staleTime: Infinity,
});
