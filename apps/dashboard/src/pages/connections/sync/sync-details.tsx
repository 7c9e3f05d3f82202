import type { ConnectionSync } from '../../../api/sync.ts';
import { useMessages } from '../../../messages/messages-context.ts';
import { CatchUpDetails } from './catch-up-details.tsx';
import { CountDetails } from './count-details.tsx';
import { HistoryDetails } from './history-details.tsx';
import { HookDetails } from './hook-details.tsx';
import styles from './sync.module.css';

export interface SyncDetailsProps {
  readonly storeId: string;
  readonly sync: ConnectionSync;
  readonly hookUrl: string;
  readonly mayWrite: boolean;
  readonly onBegin: () => void;
}

/** All that is known about how a connection stands, folded until somebody wants to know. */
export function SyncDetails({ storeId, sync, hookUrl, mayWrite, onBegin }: SyncDetailsProps) {
  const { sync: t } = useMessages();
  const { connectionId, canPull, canHook, canCount, pulls, hooks, count } = sync;
  const ofKind = (kind: string) => pulls.filter((pull) => pull.kind === kind);
  const own = { storeId, connectionId, mayWrite };
  return (
    <details className={styles['details']}>
      <summary>{t.details}</summary>
      <div className={styles['topics']}>
        {canCount && <CountDetails {...own} check={count} canRepair={canPull} />}
        {canPull && <HistoryDetails pulls={ofKind('backfill')} mayWrite={mayWrite} onBegin={onBegin} />}
        {canHook && <HookDetails {...own} check={hooks} hookUrl={hookUrl} />}
        {canPull && <CatchUpDetails pulls={ofKind('reconcile')} />}
      </div>
    </details>
  );
}
