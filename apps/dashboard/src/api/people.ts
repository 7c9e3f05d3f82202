import { queryOptions } from '@tanstack/react-query';

import { api, dataOf } from './client.ts';
import type { components } from './schema.d.ts';

export type Person = components['schemas']['Person'];
export type Role = Person['role'];
export type Invitation = components['schemas']['Invitation'];

export const peopleQuery = queryOptions({
  queryKey: ['people'],
  queryFn: async ({ signal }) => dataOf(await api.GET('/api/v1/people', { signal })).data,
});

export const rolesQuery = queryOptions({
  queryKey: ['roles'],
  queryFn: async ({ signal }) => dataOf(await api.GET('/api/v1/roles', { signal })).data,
  staleTime: Infinity,
});

export const invitationsQuery = queryOptions({
  queryKey: ['invitations'],
  queryFn: async ({ signal }) => dataOf(await api.GET('/api/v1/invitations', { signal })).data,
});

/** What somebody is and which stores they see; null: every store. */
export interface Standing {
  readonly role: Role;
  readonly storeIds: string[] | null;
}

/** The answer shows the one-time link this once. */
export async function invitePerson(invited: Standing & { readonly email: string }) {
  return dataOf(await api.POST('/api/v1/invitations', { body: invited }));
}

export async function takeInvitationBack(invitationId: string): Promise<void> {
  await api.DELETE('/api/v1/invitations/{invitationId}', { params: { path: { invitationId } } });
}

export async function changePerson(personId: string, standing: Standing): Promise<void> {
  await api.PATCH('/api/v1/people/{personId}', { params: { path: { personId } }, body: standing });
}

/** The answer shows the link by which they choose a new password this once. */
export async function makePasswordLink(personId: string) {
  return dataOf(await api.POST('/api/v1/people/{personId}/password-link', { params: { path: { personId } } }));
}

export async function removePerson(personId: string): Promise<void> {
  await api.DELETE('/api/v1/people/{personId}', { params: { path: { personId } } });
}
