import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useEffect, useRef, type ReactNode } from 'react';

import { demoQuery } from '../api/demo.ts';
import type { Store } from '../api/stores.ts';
import { DemoBar } from '../pages/demo/demo-bar.tsx';
import { FillingPage } from '../pages/demo/filling-page.tsx';
import { ClockContext } from './clock-context.ts';

export interface DemoFrameProps {
  readonly stores: readonly Store[];
  readonly store: Store | null;
  readonly children: ReactNode;
}

/** Around every page of a demo: its bar and its clock; instead of the pages as long as it is being filled. */
export function DemoFrame({ stores, store, children }: DemoFrameProps) {
  const { data: demo, dataUpdatedAt } = useQuery(demoQuery);
  const queryClient = useQueryClient();
  const navigate = useNavigate();
  const isFilling = demo !== undefined && demo.seeding !== null;
  const wasFilling = useRef(false);
  useEffect(() => {
    if (wasFilling.current && !isFilling) {
      void queryClient.invalidateQueries().then(() => navigate({ to: '/' }));
    }
    wasFilling.current = isFilling;
  }, [isFilling, navigate, queryClient]);

  if (demo === undefined) return children;
  if (demo.seeding !== null) return <FillingPage progress={demo.seeding} />;
  return (
    <ClockContext value={new Date(demo.now).getTime() - dataUpdatedAt}>
      <DemoBar {...demo} stores={stores} store={store} />
      {children}
    </ClockContext>
  );
}
