import { useSuspenseQuery } from '@tanstack/react-query';
import { notFound, useParams } from '@tanstack/react-router';

import { storesQuery, type Store } from '../api/stores.ts';

/** The store in the page's address. */
export function useStore(): Store {
  const { slug } = useParams({ strict: false });
  const { data: stores } = useSuspenseQuery(storesQuery);
  const store = stores.find((candidate) => candidate.slug === slug);
  if (store === undefined) throw notFound();
  return store;
}
