import { queryOptions } from '@tanstack/react-query';

import { toApiError } from './api-error.ts';

/** Signing in and setting up, before the API knows anybody. */
async function post(path: string, body: object): Promise<Response> {
  const response = await fetch(path, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  if (!response.ok) throw await toApiError(response);
  return response;
}

export interface Credentials {
  readonly email: string;
  readonly password: string;
}

export async function signIn(credentials: Credentials): Promise<void> {
  await post('/api/auth/sign-in/email', credentials);
}

export async function signOut(): Promise<void> {
  await post('/api/auth/sign-out', {});
}

/** Whom an invitation's link is for. */
export function invitationQuery(token: string | undefined) {
  return queryOptions({
    queryKey: ['invitation', token],
    queryFn: async () =>
      (await (await post('/api/invitation', { token })).json()) as {
        readonly email: string;
        readonly role: 'owner' | 'marketer' | 'developer' | 'client';
      },
    enabled: token !== undefined,
    staleTime: Infinity,
  });
}

/** Makes the invited person one of the people, by a password of their own, and signs them in. */
export async function join(joining: { readonly token: string; readonly name: string; readonly password: string }) {
  const { email } = (await (await post('/api/join', joining)).json()) as { readonly email: string };
  await signIn({ email, password: joining.password });
}

/** Whose password a link changes. */
export function passwordLinkQuery(token: string) {
  return queryOptions({
    queryKey: ['passwordLink', token],
    queryFn: async () =>
      (await (await post('/api/password-link', { token })).json()) as { readonly name: string; readonly email: string },
    staleTime: Infinity,
  });
}

/** Sets the password of whoever the link is for; they sign in with it next. */
export async function choosePassword(chosen: { readonly token: string; readonly password: string }): Promise<void> {
  await post('/api/new-password', chosen);
}

/** Creates the first owner with the one-time link's token, and signs them in. */
export async function createOwner(
  owner: Credentials & { readonly token: string; readonly name: string },
): Promise<void> {
  await post('/api/setup', owner);
  await signIn({ email: owner.email, password: owner.password });
}

interface Doorstep {
  readonly kind: 'real' | 'demo';
  readonly isSetupNeeded: boolean;
  readonly isSignedIn: boolean;
}

/** Whether nobody owns this instance yet, and whether this browser is signed in. */
export const doorstepQuery = queryOptions({
  queryKey: ['doorstep'],
  queryFn: async ({ signal }) => {
    const response = await fetch('/api/doorstep', { signal });
    if (!response.ok) throw await toApiError(response);
    return (await response.json()) as Doorstep;
  },
  staleTime: 0,
});
