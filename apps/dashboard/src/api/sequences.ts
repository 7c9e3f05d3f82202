import type { SequenceDefinition } from '@regulars/core/sequences';
import { keepPreviousData, queryOptions } from '@tanstack/react-query';

import { api, dataOf } from './client.ts';
import { pagedQuery } from './paged-query.ts';
import type { components } from './schema.d.ts';

export type ListedSequence = components['schemas']['ListedSequence'];
export type SequenceVerdict = components['schemas']['SequenceVerdict'];
export type SequenceProgress = components['schemas']['SequenceProgress'];
export type SwitchForecast = components['schemas']['SwitchForecast'];
export type StepProgress = SequenceProgress['steps'][number];
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

/** What happened at every step for those who began in the last `days`. */
export function progressQuery(storeId: string, sequenceId: string, days: number) {
  return queryOptions({
    queryKey: ['stores', storeId, 'sequences', sequenceId, 'progress', days],
    queryFn: async ({ signal }) =>
      dataOf(
        await api.GET('/api/v1/stores/{storeId}/sequences/{sequenceId}/progress', {
          params: { path: { storeId, sequenceId }, query: { days } },
          signal,
        }),
      ),
    placeholderData: keepPreviousData,
  });
}

/** The customers behind a count: who waits at a step, or ended with it and why, and when they began. */
export interface EnrollmentChoice {
  readonly stepId: string;
  readonly status: 'active' | 'completed' | 'exited' | 'failed';
  readonly reason?: string;
  readonly enrolledSince?: string;
  readonly enrolledBefore?: string;
}

export function enrollmentsQuery(storeId: string, sequenceId: string, choice: EnrollmentChoice) {
  return pagedQuery({
    queryKey: ['stores', storeId, 'sequences', sequenceId, 'enrollments', choice],
    getPage: async (wanted, signal) =>
      dataOf(
        await api.GET('/api/v1/stores/{storeId}/sequences/{sequenceId}/enrollments', {
          params: { path: { storeId, sequenceId }, query: { ...wanted, ...choice } },
          signal,
        }),
      ),
  });
}

/** What switching it on or off comes to. Asked anew each time: it is about this moment. */
export function switchForecastQuery(storeId: string, sequenceId: string) {
  return queryOptions({
    queryKey: ['stores', storeId, 'sequences', sequenceId, 'switch-forecast'],
    queryFn: async ({ signal }) =>
      dataOf(
        await api.GET('/api/v1/stores/{storeId}/sequences/{sequenceId}/switch-forecast', {
          params: { path: { storeId, sequenceId } },
          signal,
        }),
      ),
    staleTime: 0,
    gcTime: 0,
  });
}

export function versionsQuery(storeId: string, sequenceId: string) {
  return queryOptions({
    queryKey: ['stores', storeId, 'sequences', sequenceId, 'versions'],
    queryFn: async ({ signal }) =>
      dataOf(
        await api.GET('/api/v1/stores/{storeId}/sequences/{sequenceId}/versions', {
          params: { path: { storeId, sequenceId }, query: { limit: 20 } },
          signal,
        }),
      ).data,
  });
}

/** The playbook: sequences ready to be switched on. */
export function presetsQuery(storeId: string) {
  return queryOptions({
    queryKey: ['stores', storeId, 'sequence-presets'],
    queryFn: async ({ signal }) =>
      dataOf(await api.GET('/api/v1/stores/{storeId}/sequence-presets', { params: { path: { storeId } }, signal }))
        .data,
    staleTime: 60_000,
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
