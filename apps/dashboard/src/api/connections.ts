import { queryOptions } from '@tanstack/react-query';

import { api, dataOf } from './client.ts';
import type { components } from './schema.d.ts';

export type Connection = components['schemas']['Connection'];
export type ConnectionSettings = components['schemas']['ConnectionSettings'];
export type Adapter = components['schemas']['Adapter'];

export const adaptersQuery = queryOptions({
  queryKey: ['adapters'],
  queryFn: async ({ signal }) => dataOf(await api.GET('/api/v1/adapters', { signal })).data,
  staleTime: Infinity,
});

export function connectionsQuery(storeId: string) {
  return queryOptions({
    queryKey: ['stores', storeId, 'connections'],
    queryFn: async ({ signal }) =>
      dataOf(await api.GET('/api/v1/stores/{storeId}/connections', { params: { path: { storeId } }, signal })).data,
  });
}

export interface NewConnection {
  readonly purpose: 'platform' | 'mail';
  readonly adapterId: string;
  readonly config: Record<string, unknown>;
}

/** The answer shows the webhook secret this once. */
export async function addConnection(storeId: string, connection: NewConnection) {
  return dataOf(
    await api.POST('/api/v1/stores/{storeId}/connections', {
      params: { path: { storeId } },
      body: { ...connection, webhookSecret: null },
    }),
  );
}

export async function checkConnection(storeId: string, connectionId: string) {
  return dataOf(
    await api.POST('/api/v1/stores/{storeId}/connections/{connectionId}/check', {
      params: { path: { storeId, connectionId } },
    }),
  );
}

/** As they are now; asked anew each time they are to be changed. */
export function settingsQuery(storeId: string, connectionId: string) {
  return queryOptions({
    queryKey: ['stores', storeId, 'connections', connectionId, 'settings'],
    queryFn: async ({ signal }) =>
      dataOf(
        await api.GET('/api/v1/stores/{storeId}/connections/{connectionId}/settings', {
          params: { path: { storeId, connectionId } },
          signal,
        }),
      ),
    staleTime: 0,
    gcTime: 0,
  });
}

/** Kept once they were tried; secrets that are left out stay as they are. */
export async function changeSettings(
  storeId: string,
  connectionId: string,
  config: Record<string, unknown>,
): Promise<void> {
  await api.PUT('/api/v1/stores/{storeId}/connections/{connectionId}/settings', {
    params: { path: { storeId, connectionId } },
    body: { config },
  });
}

export async function removeConnection(storeId: string, connectionId: string): Promise<void> {
  await api.DELETE('/api/v1/stores/{storeId}/connections/{connectionId}', {
    params: { path: { storeId, connectionId } },
  });
}

/** A new connection by one click, or an existing one whose access is to be renewed. */
export type Authorization = Omit<NewConnection, 'purpose'> | { readonly connectionId: string };

/** Where somebody goes to allow us to reach the shop. */
export async function authorizeConnection(storeId: string, body: Authorization) {
  return dataOf(
    await api.POST('/api/v1/stores/{storeId}/connections/authorize', { params: { path: { storeId } }, body }),
  );
}

const waitingMs = 1_000;

/** What came of it; while the shop has not confirmed it, it is looked at often. */
export function connectAttemptQuery(storeId: string, attemptId: string) {
  return queryOptions({
    queryKey: ['stores', storeId, 'connections', 'attempts', attemptId],
    queryFn: async ({ signal }) =>
      dataOf(
        await api.GET('/api/v1/stores/{storeId}/connections/attempts/{attemptId}', {
          params: { path: { storeId, attemptId } },
          signal,
        }),
      ),
    refetchInterval: ({ state }) => (state.data?.state === 'waiting' ? waitingMs : false),
  });
}
