import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';

import { findWalker } from '../../api/customers.ts';
import { sendRecordedOrder } from '../../api/stores.ts';
import { nowhere, toWalk, type Walk } from './walk.ts';

const pollMs = 400;
const slowAfterMs = 20_000;

export interface WalkState {
  readonly phase: 'before' | 'walking' | 'done';
  readonly isReceived: boolean;
  readonly isSlow: boolean;
  readonly walk: Walk;
  /** From the click to the mail; null before it is there. */
  readonly tookMs: number | null;
  readonly error: Error | null;
  readonly start: () => void;
}

/** Sends a recorded order of somebody new through the store, and follows it until the mail is there. */
export function useWalk(storeId: string): WalkState {
  const queryClient = useQueryClient();
  const [started, setStarted] = useState<{ readonly email: string; readonly atMs: number } | null>(null);
  const [tookMs, setTookMs] = useState<number | null>(null);
  const [isSlow, setSlow] = useState(false);
  const sending = useMutation({ mutationFn: (email: string) => sendRecordedOrder(storeId, email) });
  const email = started?.email ?? '';
  const following = useQuery({
    queryKey: ['stores', storeId, 'walk', email],
    queryFn: async () => {
      const found = await findWalker(storeId, email);
      return found === null ? nowhere : toWalk(found.customer, found.timeline);
    },
    enabled: sending.isSuccess && email !== '',
    refetchInterval: ({ state }) => (state.data?.mailId == null ? pollMs : false),
  });
  const walk = following.data ?? nowhere;
  const isDone = walk.mailId !== null;

  useEffect(() => {
    if (!isDone || started === null) return;
    setTookMs(performance.now() - started.atMs);
    // Everything this store shows has changed.
    void queryClient.invalidateQueries({ queryKey: ['stores', storeId] });
  }, [isDone, started, storeId, queryClient]);

  useEffect(() => {
    if (started === null || isDone) return;
    const timer = setTimeout(() => setSlow(true), slowAfterMs);
    return () => clearTimeout(timer);
  }, [started, isDone]);

  return {
    phase: started === null || sending.isError ? 'before' : isDone ? 'done' : 'walking',
    isReceived: sending.isSuccess,
    isSlow: isSlow && !isDone && walk.waitsUntil === null,
    walk,
    tookMs,
    error: sending.error ?? following.error,
    start: () => {
      const newEmail = `anna.${newSuffix()}@example.test`;
      setStarted({ email: newEmail, atMs: performance.now() });
      setTookMs(null);
      setSlow(false);
      sending.mutate(newEmail);
    },
  };
}

/** Makes somebody new of the recorded customer each time, so that the walk begins at the beginning. */
function newSuffix(): string {
  return [...crypto.getRandomValues(new Uint8Array(4))].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
