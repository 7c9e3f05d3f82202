import { queryOptions } from '@tanstack/react-query';

import { api, dataOf } from './client.ts';
import type { components } from './schema.d.ts';

export type Template = components['schemas']['Template'];
/** Why a mail is sent: marketing ends with a way to hear no more. */
export type MailPurpose = 'marketing' | 'transactional';

export function templatesQuery(storeId: string) {
  return queryOptions({
    queryKey: ['stores', storeId, 'templates'],
    queryFn: async ({ signal }) =>
      dataOf(await api.GET('/api/v1/stores/{storeId}/templates', { params: { path: { storeId } }, signal })).data,
    staleTime: 60_000,
  });
}

/** The template as a customer of the store would get it now; for somebody made up where none is named. */
export function previewQuery(
  storeId: string,
  { key, locale }: Pick<Template, 'key' | 'locale'>,
  { purpose, customerId }: { readonly purpose: MailPurpose; readonly customerId: string | null },
) {
  return queryOptions({
    queryKey: ['stores', storeId, 'templates', key, locale, 'preview', { purpose, customerId }],
    queryFn: async ({ signal }) =>
      dataOf(
        await api.GET('/api/v1/stores/{storeId}/templates/{key}/{locale}/preview', {
          params: {
            path: { storeId, key, locale },
            query: customerId === null ? { purpose } : { purpose, customerId },
          },
          signal,
        }),
      ),
    staleTime: 60_000,
  });
}
