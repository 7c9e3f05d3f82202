import type { UseQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';

import { toProblemDetails } from '../api/api-error.ts';
import { ErrorState } from '../components/error-state.tsx';
import { Skeleton } from '../components/skeleton.tsx';
import { useMessages } from '../messages/messages-context.ts';
import { titleOf } from './title-of.ts';

export interface QueryStateProps<Data> {
  readonly query: Pick<UseQueryResult<Data>, 'data' | 'error' | 'refetch'>;
  readonly lines?: number;
  readonly children: (data: Data) => ReactNode;
}

/** What was asked for; until then lines of it, and what went wrong if it does not come. */
export function QueryState<Data>({ query, lines = 5, children }: QueryStateProps<Data>) {
  const t = useMessages();
  if (query.data !== undefined) return children(query.data);
  if (query.error === null) return <Skeleton lines={lines} />;
  const problem = toProblemDetails(query.error);
  return <ErrorState title={titleOf(problem, t)} requestId={problem.requestId} onRetry={() => void query.refetch()} />;
}
