import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';

import { summaryQuery } from '../../api/reports.ts';
import { useMay } from '../../shell/use-may.ts';
import { useStore } from '../../shell/use-store.ts';
import { StartPage } from '../start/start-page.tsx';
import { HomePage } from './home-page.tsx';

/** A store's first page: how to begin while it knows nobody, its home from then on. */
export function StorePage() {
  const store = useStore();
  const maySee = useMay('orders.read');
  return maySee ? <StartOrHome key={store.id} /> : <StartPage />;
}

function StartOrHome() {
  const store = useStore();
  const { data, isFetchedAfterMount } = useQuery(summaryQuery(store.id));
  const [isNew, setNew] = useState<boolean | null>(null);
  // Settled once: whoever watches their first order on the start page is not taken away from it by that order.
  // What is remembered from an earlier visit may be from before a shop's history was read.
  const knowsSomebody = data?.figures != null && data.figures.customers > 0;
  if (isNew === null && data?.figures != null && (knowsSomebody || isFetchedAfterMount)) setNew(!knowsSomebody);
  if (data === undefined || isNew === null) return data === undefined ? <HomePage /> : <StartPage />;
  return isNew ? <StartPage /> : <HomePage />;
}
