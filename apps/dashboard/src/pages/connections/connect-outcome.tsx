import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';

import { adaptersQuery, connectAttemptQuery } from '../../api/connections.ts';
import { Notice } from '../../components/notice.tsx';
import { useMessages } from '../../messages/messages-context.ts';
import { ProblemNotice } from '../../shell/problem-notice.tsx';

export interface ConnectOutcomeProps {
  readonly storeId: string;
  readonly attemptId: string;
}

/** What came of leaving for the shop to connect it, once one is back. */
export function ConnectOutcome({ storeId, attemptId }: ConnectOutcomeProps) {
  const { connections: t } = useMessages();
  const queryClient = useQueryClient();
  const attempt = useQuery(connectAttemptQuery(storeId, attemptId));
  const adapters = useQuery(adaptersQuery);
  const isConnected = attempt.data?.state === 'connected';
  useEffect(() => {
    // The shop's confirmation may come after its page was left: the list does not have the connection yet.
    if (isConnected) void queryClient.invalidateQueries({ queryKey: ['stores', storeId] });
  }, [isConnected, queryClient, storeId]);
  if (attempt.data === undefined) return <ProblemNotice error={attempt.error} />;
  const { adapterId, state, code, message, warnings } = attempt.data;
  const name = adapters.data?.find(({ id }) => id === adapterId)?.displayName ?? adapterId;
  if (state === 'waiting') return <Notice>{t.connectWaiting(name)}</Notice>;
  if (state === 'connected')
    return (
      <Notice tone={warnings.length === 0 ? 'good' : 'attention'}>
        <p>{t.connected(name)}</p>
        {warnings.map((warning) => (
          <p key={warning} lang="en">
            {warning}
          </p>
        ))}
      </Notice>
    );
  return (
    <Notice tone="bad">
      <p>{t.connectFailures[code ?? ''] ?? t.connectFailed(name)}</p>
      {message !== null && <p lang="en">{message}</p>}
    </Notice>
  );
}
