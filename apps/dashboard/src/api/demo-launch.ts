import { queryOptions } from '@tanstack/react-query';

import { toApiError } from './api-error.ts';

/** Before the API knows anybody, as signing in is. */
async function ask<Answer>(method: 'GET' | 'POST', path: string, signal?: AbortSignal): Promise<Answer> {
  const response = await fetch(path, { method, ...(signal === undefined ? {} : { signal }) });
  if (!response.ok) throw await toApiError(response);
  return (await response.json()) as Answer;
}

export interface DemoLaunch {
  readonly isOffered: boolean;
  readonly state: 'idle' | 'starting' | 'listening' | 'failed';
}

/** Whether a demo can be opened from here, and whether one runs. */
export const demoLaunchQuery = queryOptions({
  queryKey: ['demo-launch'],
  queryFn: ({ signal }) => ask<DemoLaunch>('GET', '/api/v1/demo-launch', signal),
});

export function launchDemo(): Promise<DemoLaunch> {
  return ask('POST', '/api/v1/demo-launch');
}

/** A link that lets this browser into the running demo, once. */
export async function askForEntryLink(): Promise<string> {
  return (await ask<{ readonly url: string }>('POST', '/api/v1/demo-launch/entry-link')).url;
}
