import { queryOptions } from '@tanstack/react-query';

import { api, dataOf } from './client.ts';
import type { components } from './schema.d.ts';

export type ConnectionSync = components['schemas']['ConnectionSync'];
export type Pull = components['schemas']['Pull'];
export type HookCheck = components['schemas']['HookCheck'];
export type OrderCheck = components['schemas']['OrderCheck'];
export type SyncFailure = NonNullable<Pull['failure']>;

const runningMs = 1_500;
const calmMs = 30_000;

/** How far each platform connection of a store is read, and whether what is there is here; looked at often while one runs. */
export function syncQuery(storeId: string) {
  return queryOptions({
    queryKey: ['stores', storeId, 'sync'],
    queryFn: async ({ signal }) =>
      dataOf(await api.GET('/api/v1/stores/{storeId}/sync', { params: { path: { storeId } }, signal })).data,
    refetchInterval: ({ state }) => (state.data?.some(isMoving) === true ? runningMs : calmMs),
  });
}

function isMoving({ canPull, pulls }: ConnectionSync): boolean {
  // One that was just connected begins in a moment.
  const isNew = canPull && pulls.length === 0;
  return isNew || pulls.some(({ kind, state }) => kind !== 'reconcile' && (state === 'running' || state === 'waiting'));
}

export interface BackfillWanted {
  readonly connectionId: string;
  /** Only what changed then or later; null for all there is. */
  readonly updatedFrom: string | null;
}

export async function beginBackfill(storeId: string, { connectionId, updatedFrom }: BackfillWanted): Promise<void> {
  await api.POST('/api/v1/stores/{storeId}/connections/{connectionId}/backfill', {
    params: { path: { storeId, connectionId } },
    body: { updatedFrom },
  });
}

export async function pausePull(storeId: string, pullId: string): Promise<void> {
  await api.POST('/api/v1/stores/{storeId}/pulls/{pullId}/pause', { params: { path: { storeId, pullId } } });
}

export async function resumePull(storeId: string, pullId: string): Promise<void> {
  await api.POST('/api/v1/stores/{storeId}/pulls/{pullId}/resume', { params: { path: { storeId, pullId } } });
}

/** Registers the webhooks that are missing and wakes those that were disabled. */
export async function repairHooks(storeId: string, connectionId: string): Promise<void> {
  await api.POST('/api/v1/stores/{storeId}/connections/{connectionId}/hooks/repair', {
    params: { path: { storeId, connectionId } },
  });
}

/** Counts the orders here and in the shop. */
export async function checkCounts(storeId: string, connectionId: string): Promise<void> {
  await api.POST('/api/v1/stores/{storeId}/connections/{connectionId}/counts', {
    params: { path: { storeId, connectionId } },
  });
}

/** Reads once more the orders among which one is missing or different. */
export async function repairOrders(storeId: string, connectionId: string): Promise<void> {
  await api.POST('/api/v1/stores/{storeId}/connections/{connectionId}/repair', {
    params: { path: { storeId, connectionId } },
  });
}
