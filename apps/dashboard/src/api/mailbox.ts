import { queryOptions } from '@tanstack/react-query';

import { api, dataOf } from './client.ts';
import { pagedQuery } from './paged-query.ts';
import type { components } from './schema.d.ts';

export type MailboxSummary = components['schemas']['MailboxSummary'];

export function mailboxQuery(storeId: string) {
  return pagedQuery({
    queryKey: ['stores', storeId, 'mailbox'],
    getPage: async (wanted, signal) =>
      dataOf(
        await api.GET('/api/v1/stores/{storeId}/mailbox', { params: { path: { storeId }, query: wanted }, signal }),
      ),
    refetchInterval: 10_000,
  });
}

export function mailQuery(storeId: string, mailId: string) {
  return queryOptions({
    queryKey: ['stores', storeId, 'mailbox', mailId],
    queryFn: async ({ signal }) =>
      dataOf(
        await api.GET('/api/v1/stores/{storeId}/mailbox/{mailId}', { params: { path: { storeId, mailId } }, signal }),
      ),
    staleTime: Infinity,
  });
}

/** Every mail that was meant to go to a customer, with its verdict. */
export function messageQuery(storeId: string, messageId: string) {
  return queryOptions({
    queryKey: ['stores', storeId, 'messages', messageId],
    queryFn: async ({ signal }) =>
      dataOf(
        await api.GET('/api/v1/stores/{storeId}/messages/{messageId}', {
          params: { path: { storeId, messageId } },
          signal,
        }),
      ),
  });
}

export async function markMailRead(storeId: string, mailId: string): Promise<void> {
  await api.PUT('/api/v1/stores/{storeId}/mailbox/{mailId}/read', {
    params: { path: { storeId, mailId } },
    body: { isRead: true },
  });
}
