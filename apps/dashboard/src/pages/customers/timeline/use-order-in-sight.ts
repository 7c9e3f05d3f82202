import { useCallback, useEffect } from 'react';

interface ReadTimeline {
  readonly hasNextPage: boolean;
  readonly isFetching: boolean;
  readonly isError: boolean;
  readonly fetchNextPage: () => Promise<unknown>;
}

/** Reads on until the order has been found, and answers what brings its entry into sight. */
export function useOrderInSight(
  orderId: string | null,
  isFound: boolean,
  { hasNextPage, isFetching, isError, fetchNextPage }: ReadTimeline,
): (entry: HTMLElement | null) => void {
  const isSought = orderId !== null && !isFound && hasNextPage && !isFetching && !isError;
  useEffect(() => {
    if (isSought) void fetchNextPage();
  }, [isSought, fetchNextPage]);
  // One for each order: a second one of the same customer is brought into sight too.
  return useCallback((entry) => void (orderId !== null && entry?.scrollIntoView({ block: 'center' })), [orderId]);
}
