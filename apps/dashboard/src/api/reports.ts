import { queryOptions } from '@tanstack/react-query';

import { api, dataOf } from './client.ts';
import { pagedQuery } from './paged-query.ts';
import type { components } from './schema.d.ts';

export type FleetRow = components['schemas']['FleetRow'];
export type StoreSummary = components['schemas']['StoreSummary'];
export type StoreFigures = components['schemas']['StoreFigures'];
export type DayOfMails = components['schemas']['DayOfMails'];
export type Need = components['schemas']['Need'];
export type PlatformCount = components['schemas']['PlatformCount'];

/** Until the figures are added up for the first time, and while a shop’s history is read, it is looked more often. */
const soonMs = 2_000;

export const fleetQuery = queryOptions({
  queryKey: ['fleet'],
  queryFn: async ({ signal }) => dataOf(await api.GET('/api/v1/fleet', { signal })).data,
  refetchInterval: ({ state }) =>
    state.data?.some(({ figures, reading }) => figures === null || reading !== null) === true ? soonMs : 30_000,
});

export function summaryQuery(storeId: string) {
  return queryOptions({
    queryKey: ['stores', storeId, 'summary'],
    queryFn: async ({ signal }) =>
      dataOf(await api.GET('/api/v1/stores/{storeId}/summary', { params: { path: { storeId } }, signal })),
    refetchInterval: ({ state }) => (state.data?.figures === null ? soonMs : 15_000),
  });
}

/** Customers somebody owes an answer, the first few; more by the page. */
export function openCasesQuery(storeId: string) {
  return pagedQuery({
    queryKey: ['stores', storeId, 'cases', 'open'],
    getPage: async (wanted, signal) =>
      dataOf(
        await api.GET('/api/v1/stores/{storeId}/cases', {
          params: { path: { storeId }, query: { state: 'open', ...wanted } },
          signal,
        }),
      ),
    limit: 6,
    refetchInterval: 30_000,
  });
}

/** The store's newest orders, a few. */
export function latestOrdersQuery(storeId: string) {
  return queryOptions({
    queryKey: ['stores', storeId, 'orders', 'latest'],
    queryFn: async ({ signal }) =>
      dataOf(
        await api.GET('/api/v1/stores/{storeId}/orders', {
          params: { path: { storeId }, query: { limit: 7 } },
          signal,
        }),
      ).data,
    refetchInterval: 15_000,
  });
}
