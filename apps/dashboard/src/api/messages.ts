import { api, dataOf } from './client.ts';
import { pagedQuery } from './paged-query.ts';

export interface MessageChoice {
  readonly sequenceId: string;
  readonly stepId: string;
  /** One, or several separated by commas. */
  readonly state: string;
  readonly reason?: string;
  /** Only of those who began the sequence then or later. */
  readonly enrolledSince: string;
}

/** The mails a step of a sequence planned that stand so, the newest first. */
export function messagesOfStepQuery(storeId: string, choice: MessageChoice) {
  return pagedQuery({
    queryKey: ['stores', storeId, 'messages', choice],
    getPage: async (wanted, signal) =>
      dataOf(
        await api.GET('/api/v1/stores/{storeId}/messages', {
          params: { path: { storeId }, query: { ...wanted, ...choice } },
          signal,
        }),
      ),
  });
}
