import { queryOptions } from '@tanstack/react-query';

import { api, dataOf } from './client.ts';
import type { components } from './schema.d.ts';

export type Remark = components['schemas']['Remark'];

/** What one customer said that somebody has to answer, or has answered, the newest first. */
export function casesOfCustomerQuery(storeId: string, customerId: string) {
  return queryOptions({
    queryKey: ['stores', storeId, 'cases', { customerId }],
    queryFn: async ({ signal }) =>
      dataOf(
        await api.GET('/api/v1/stores/{storeId}/cases', {
          params: { path: { storeId }, query: { customerId, limit: 20 } },
          signal,
        }),
      ).data,
  });
}

/** What one customer said back, by the remark's id. */
export function remarksOfCustomerQuery(storeId: string, customerId: string) {
  return queryOptions({
    queryKey: ['stores', storeId, 'remarks', { customerId }],
    queryFn: async ({ signal }) => {
      const { data } = dataOf(
        await api.GET('/api/v1/stores/{storeId}/remarks', {
          params: { path: { storeId }, query: { customerId, limit: 200 } },
          signal,
        }),
      );
      return new Map(data.map((remark) => [remark.id, remark]));
    },
  });
}

export async function closeCase(storeId: string, caseId: string, note: string): Promise<void> {
  dataOf(
    await api.POST('/api/v1/stores/{storeId}/cases/{caseId}/close', {
      params: { path: { storeId, caseId } },
      body: note.trim() === '' ? {} : { note },
    }),
  );
}

/** Answers a mail of the local mailbox in its recipient's place. */
export async function replyFromMailbox(storeId: string, mailId: string, text: string): Promise<void> {
  dataOf(
    await api.POST('/api/v1/stores/{storeId}/mailbox/{mailId}/replies', {
      params: { path: { storeId, mailId } },
      body: { text },
    }),
  );
}
