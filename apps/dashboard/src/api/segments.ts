import type { SegmentLeaf, SegmentRule } from '@regulars/core/segments';
import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query';

import { toProblemDetails } from './api-error.ts';
import { api, dataOf } from './client.ts';
import type { components } from './schema.d.ts';

/**
 * The document describes rules by a schema that names itself, so its types end in unknown; the server checked them
 * against the core's, which are these.
 */
function withRule<Row extends { readonly rule: unknown }>(row: Row) {
  return { ...row, rule: row.rule as SegmentRule };
}

export type SegmentVerdict = components['schemas']['SegmentVerdict'];
export type Segment = Omit<components['schemas']['ListedSegment'], 'rule'> & { readonly rule: SegmentRule };
export type SegmentState = 'active' | 'archived';
export type SegmentUse = components['schemas']['SegmentUse'];
export type MovementDay = components['schemas']['SegmentMovementDay'];
export type SuggestedField = 'boughtProduct' | 'boughtCategory' | 'country';

interface DecidingLeaf {
  readonly path: string;
  readonly leaf: SegmentLeaf;
  readonly matches: boolean;
  readonly actual: unknown;
}
export interface SegmentPreview {
  readonly matching: number;
  readonly customers: number;
  readonly examples: readonly { readonly customerId: string; readonly deciding: readonly DecidingLeaf[] }[];
}

/** All segments of the store, by key; a store has 200 at most. */
export function segmentsQuery(storeId: string, state: SegmentState) {
  return queryOptions({
    queryKey: ['stores', storeId, 'segments', { state }],
    queryFn: async ({ signal }) =>
      dataOf(
        await api.GET('/api/v1/stores/{storeId}/segments', {
          params: { path: { storeId }, query: { state, limit: 200 } },
          signal,
        }),
      ).data.map(withRule),
  });
}

export function segmentQuery(storeId: string, segmentId: string) {
  return queryOptions({
    queryKey: ['stores', storeId, 'segments', segmentId],
    queryFn: async ({ signal }) =>
      withRule(
        dataOf(
          await api.GET('/api/v1/stores/{storeId}/segments/{segmentId}', {
            params: { path: { storeId, segmentId } },
            signal,
          }),
        ),
      ),
  });
}

export function segmentMembersQuery(storeId: string, segmentId: string) {
  return infiniteQueryOptions({
    queryKey: ['stores', storeId, 'segments', segmentId, 'members'],
    queryFn: async ({ signal, pageParam }) =>
      dataOf(
        await api.GET('/api/v1/stores/{storeId}/segments/{segmentId}/members', {
          params: {
            path: { storeId, segmentId },
            query: { limit: 25, ...(pageParam === null ? {} : { cursor: pageParam }) },
          },
          signal,
        }),
      ),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.nextCursor,
  });
}

export function segmentMovementsQuery(storeId: string, segmentId: string, days: number) {
  return queryOptions({
    queryKey: ['stores', storeId, 'segments', segmentId, 'movements', days],
    queryFn: async ({ signal }) =>
      dataOf(
        await api.GET('/api/v1/stores/{storeId}/segments/{segmentId}/movements', {
          params: { path: { storeId, segmentId }, query: { days } },
          signal,
        }),
      ).data,
  });
}

export function segmentPresetsQuery(storeId: string) {
  return queryOptions({
    queryKey: ['stores', storeId, 'segment-presets'],
    queryFn: async ({ signal }) =>
      dataOf(
        await api.GET('/api/v1/stores/{storeId}/segment-presets', { params: { path: { storeId } }, signal }),
      ).data.map(withRule),
    staleTime: Infinity,
  });
}

/** Whom the rule would take in now; what was counted last stays until the next answer. */
export function segmentPreviewQuery(storeId: string, rule: SegmentRule | null) {
  return queryOptions({
    queryKey: ['stores', storeId, 'segment-preview', rule],
    queryFn: async ({ signal }) =>
      dataOf(
        await api.POST('/api/v1/stores/{storeId}/segments/preview', {
          params: { path: { storeId } },
          body: { rule },
          signal,
        }),
      ) as SegmentPreview,
    enabled: rule !== null,
    placeholderData: keepPreviousData,
    // What took too long would take as long again.
    retry: (count, error) => count < 2 && toProblemDetails(error).status === 0,
    staleTime: 30_000,
  });
}

/** The store's own products, categories or countries. */
export function suggestionsQuery(storeId: string, field: SuggestedField, search: string) {
  return queryOptions({
    queryKey: ['stores', storeId, 'segment-suggestions', field, { search }],
    queryFn: async ({ signal }) =>
      dataOf(
        await api.GET('/api/v1/stores/{storeId}/segment-suggestions', {
          params: { path: { storeId }, query: { field, ...(search === '' ? {} : { search }) } },
          signal,
        }),
      ).data,
    placeholderData: keepPreviousData,
    staleTime: 60_000,
  });
}

/** What these products are called. */
export function productNamesQuery(storeId: string, productExternalIds: readonly string[]) {
  const values = [...new Set(productExternalIds)].toSorted().slice(0, 200);
  return queryOptions({
    queryKey: ['stores', storeId, 'segment-suggestions', 'boughtProduct', { values }],
    queryFn: async ({ signal }) =>
      dataOf(
        await api.GET('/api/v1/stores/{storeId}/segment-suggestions', {
          params: { path: { storeId }, query: { field: 'boughtProduct', values } },
          signal,
        }),
      ).data,
    enabled: values.length > 0,
    placeholderData: keepPreviousData,
    staleTime: 300_000,
  });
}

/** How far recounts are that run now. */
export function recountsQuery(storeId: string) {
  return queryOptions({
    queryKey: ['stores', storeId, 'segment-recounts'],
    queryFn: async ({ signal }) =>
      dataOf(await api.GET('/api/v1/stores/{storeId}/segment-recounts', { params: { path: { storeId } }, signal }))
        .data,
    refetchInterval: 500,
  });
}

export interface WrittenSegment {
  readonly name: string;
  readonly rule: SegmentRule;
}

export async function createSegment(storeId: string, segment: WrittenSegment) {
  return dataOf(await api.POST('/api/v1/stores/{storeId}/segments', { params: { path: { storeId } }, body: segment }));
}

export async function editSegment(storeId: string, segmentId: string, segment: WrittenSegment) {
  return dataOf(
    await api.PATCH('/api/v1/stores/{storeId}/segments/{segmentId}', {
      params: { path: { storeId, segmentId } },
      body: segment,
    }),
  );
}

export async function archiveSegment(storeId: string, segmentId: string): Promise<void> {
  await api.POST('/api/v1/stores/{storeId}/segments/{segmentId}/archive', { params: { path: { storeId, segmentId } } });
}

export async function restoreSegment(storeId: string, segmentId: string): Promise<void> {
  await api.POST('/api/v1/stores/{storeId}/segments/{segmentId}/restore', { params: { path: { storeId, segmentId } } });
}

/** Why a customer is in each segment, or why not. */
export function customerSegmentsQuery(storeId: string, customerId: string) {
  return queryOptions({
    queryKey: ['stores', storeId, 'customers', customerId, 'segments'],
    queryFn: async ({ signal }) =>
      dataOf(
        await api.GET('/api/v1/stores/{storeId}/customers/{customerId}/segments', {
          params: { path: { storeId, customerId } },
          signal,
        }),
      ).data,
  });
}
