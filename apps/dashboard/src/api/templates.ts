import { queryOptions } from '@tanstack/react-query';

import { api, dataOf } from './client.ts';
import type { components } from './schema.d.ts';

export type Template = components['schemas']['Template'];

export function templatesQuery(storeId: string) {
  return queryOptions({
    queryKey: ['stores', storeId, 'templates'],
    queryFn: async ({ signal }) =>
      dataOf(await api.GET('/api/v1/stores/{storeId}/templates', { params: { path: { storeId } }, signal })).data,
    staleTime: 60_000,
  });
}

/** The template filled with an example. */
export function previewQuery(storeId: string, { key, locale, version, subject, preheader, body }: Template) {
  return queryOptions({
    queryKey: ['stores', storeId, 'templates', key, locale, version, 'preview'],
    queryFn: async ({ signal }) =>
      dataOf(
        await api.POST('/api/v1/stores/{storeId}/templates/preview', {
          params: { path: { storeId } },
          body: { subject, preheader, body, locale },
          signal,
        }),
      ),
    staleTime: Infinity,
  });
}
