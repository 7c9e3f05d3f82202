import { queryOptions } from '@tanstack/react-query';

import { api, dataOf } from './client.ts';
import { pagedQuery } from './paged-query.ts';
import type { components } from './schema.d.ts';

export type MailboxSummary = components['schemas']['MailboxSummary'];

/** To whom, and made from which template; nothing: all mail. */
export interface MailboxFilter {
  readonly customerId?: string;
  readonly templateKey?: string;
}

/** The key under which every list of the mailbox is kept, however it is narrowed. */
export const mailboxKey = (storeId: string) => ['stores', storeId, 'mailbox', 'list'] as const;

export function mailboxQuery(storeId: string, filter: MailboxFilter = {}) {
  return pagedQuery({
    queryKey: [...mailboxKey(storeId), filter],
    getPage: async (wanted, signal) =>
      dataOf(
        await api.GET('/api/v1/stores/{storeId}/mailbox', {
          params: { path: { storeId }, query: { ...wanted, ...filter } },
          signal,
        }),
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
