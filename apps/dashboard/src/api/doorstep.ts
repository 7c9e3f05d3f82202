import { queryOptions } from '@tanstack/react-query';

import { toApiError } from './api-error.ts';

/** Signing in and setting up, before the API knows anybody. */
async function post(path: string, body: object): Promise<void> {
  const response = await fetch(path, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  if (!response.ok) throw await toApiError(response);
}

export interface Credentials {
  readonly email: string;
  readonly password: string;
}

export function signIn(credentials: Credentials): Promise<void> {
  return post('/api/auth/sign-in/email', credentials);
}

export function signOut(): Promise<void> {
  return post('/api/auth/sign-out', {});
}

/** Creates the first owner with the one-time link's token, and signs them in. */
export async function createOwner(
  owner: Credentials & { readonly token: string; readonly name: string },
): Promise<void> {
  await post('/api/setup', owner);
  await signIn({ email: owner.email, password: owner.password });
}

/** Whether nobody owns this instance yet, and whether this browser is signed in. */
export const doorstepQuery = queryOptions({
  queryKey: ['doorstep'],
  queryFn: async ({ signal }) => {
    const response = await fetch('/api/doorstep', { signal });
    if (!response.ok) throw await toApiError(response);
    return (await response.json()) as { readonly isSetupNeeded: boolean; readonly isSignedIn: boolean };
  },
  staleTime: 0,
});
