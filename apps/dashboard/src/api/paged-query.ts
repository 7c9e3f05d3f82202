import { infiniteQueryOptions } from '@tanstack/react-query';

export interface ListPage<Row> {
  readonly data: readonly Row[];
  readonly nextCursor: string | null;
}

/** What every list of the API takes: how many, and from where on. */
interface PageWanted {
  readonly limit: number;
  readonly cursor?: string;
}

export interface PagedQueryOptions<Page> {
  readonly queryKey: readonly unknown[];
  readonly getPage: (wanted: PageWanted, signal: AbortSignal) => Promise<Page>;
  readonly limit?: number;
  readonly refetchInterval?: number | false;
}

/**
 * A list of the API, page by page.
 *
 * @example
 * pagedQuery({
 *   queryKey: ['stores', storeId, 'rewards'],
 *   getPage: async (wanted, signal) =>
 *     dataOf(await api.GET('/api/v1/stores/{storeId}/rewards', { params: { path: { storeId }, query: wanted }, signal })),
 * })
 */
export function pagedQuery<Page extends ListPage<unknown>>({
  queryKey,
  getPage,
  limit = 50,
  refetchInterval = false,
}: PagedQueryOptions<Page>) {
  return infiniteQueryOptions({
    queryKey,
    queryFn: ({ signal, pageParam }) => getPage(pageParam === null ? { limit } : { limit, cursor: pageParam }, signal),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.nextCursor,
    refetchInterval,
  });
}
