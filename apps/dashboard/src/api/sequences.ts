import type { SequenceDefinition } from '@regulars/core/sequences';
import { queryOptions } from '@tanstack/react-query';

import { api, dataOf } from './client.ts';
import type { components } from './schema.d.ts';

export type ListedSequence = components['schemas']['ListedSequence'];
export type SequenceVerdict = components['schemas']['SequenceVerdict'];
export type DetailedSequence = Omit<components['schemas']['DetailedSequence'], 'definition'> & {
  readonly definition: SequenceDefinition;
};

export function sequencesQuery(storeId: string) {
  return queryOptions({
    queryKey: ['stores', storeId, 'sequences'],
    queryFn: async ({ signal }) =>
      dataOf(await api.GET('/api/v1/stores/{storeId}/sequences', { params: { path: { storeId } }, signal })).data,
    staleTime: 15_000,
  });
}

export function sequenceQuery(storeId: string, sequenceId: string) {
  return queryOptions({
    queryKey: ['stores', storeId, 'sequences', sequenceId],
    queryFn: async ({ signal }) =>
      // The document leaves the definition's form open; the server has checked it.
      dataOf(
        await api.GET('/api/v1/stores/{storeId}/sequences/{sequenceId}', {
          params: { path: { storeId, sequenceId } },
          signal,
        }),
      ) as DetailedSequence,
  });
}

/** Switches a sequence on or off. */
export async function switchSequence(storeId: string, sequenceId: string, isOn: boolean): Promise<void> {
  const path = { storeId, sequenceId };
  if (isOn) await api.POST('/api/v1/stores/{storeId}/sequences/{sequenceId}/resume', { params: { path } });
  else await api.POST('/api/v1/stores/{storeId}/sequences/{sequenceId}/pause', { params: { path } });
}

/** Why a customer is in each sequence, or why not. */
export function customerSequencesQuery(storeId: string, customerId: string) {
  return queryOptions({
    queryKey: ['stores', storeId, 'customers', customerId, 'sequences'],
    queryFn: async ({ signal }) =>
      dataOf(
        await api.GET('/api/v1/stores/{storeId}/customers/{customerId}/sequences', {
          params: { path: { storeId, customerId } },
          signal,
        }),
      ).data,
  });
}
