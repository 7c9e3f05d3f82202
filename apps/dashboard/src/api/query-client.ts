import { MutationCache, QueryCache, QueryClient } from '@tanstack/react-query';

import { toProblemDetails } from './api-error.ts';

const freshMs = 5_000;

/** Remembers answers for a moment; tells `onSignedOut` when a session has ended. */
export function createQueryClient(onSignedOut: () => void): QueryClient {
  const onError = (error: Error) => {
    if (toProblemDetails(error).code === 'access.unauthenticated') onSignedOut();
  };
  return new QueryClient({
    queryCache: new QueryCache({ onError }),
    mutationCache: new MutationCache({ onError }),
    defaultOptions: {
      queries: {
        staleTime: freshMs,
        // A refusal stays one; only a lost connection or an overloaded server is worth another try.
        retry: (count, error) => count < 2 && [0, 503].includes(toProblemDetails(error).status),
      },
    },
  });
}
