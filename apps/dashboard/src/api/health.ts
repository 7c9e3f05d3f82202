import { queryOptions } from '@tanstack/react-query';

import { api, dataOf } from './client.ts';
import type { components } from './schema.d.ts';

export type HealthCheck = components['schemas']['HealthCheck'];

export const healthQuery = queryOptions({
  queryKey: ['health'],
  queryFn: async ({ signal }) => dataOf(await api.GET('/api/v1/health', { signal })).data,
  refetchInterval: 15_000,
});
