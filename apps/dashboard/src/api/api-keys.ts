import { queryOptions } from '@tanstack/react-query';

import { api, dataOf } from './client.ts';
import type { components, operations } from './schema.d.ts';

export type ApiKey = components['schemas']['ApiKey'];
export type NewApiKey = NonNullable<operations['createApiKey']['requestBody']>['content']['application/json'];

export const apiKeysQuery = queryOptions({
  queryKey: ['api-keys'],
  queryFn: async ({ signal }) => dataOf(await api.GET('/api/v1/api-keys', { signal })).data,
});

/** The answer shows the key this once. */
export async function createApiKey(key: NewApiKey) {
  return dataOf(await api.POST('/api/v1/api-keys', { body: key }));
}

export async function revokeApiKey(keyId: string): Promise<void> {
  await api.DELETE('/api/v1/api-keys/{keyId}', { params: { path: { keyId } } });
}
