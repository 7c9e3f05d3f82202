import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';

import {
  authorizeConnection,
  checkConnection,
  connectionsQuery,
  removeConnection,
  type Adapter,
  type Connection,
} from '../../api/connections.ts';
import type { ConnectionSync } from '../../api/sync.ts';
import { Badge } from '../../components/badge.tsx';
import { Button } from '../../components/button.tsx';
import { CopyField } from '../../components/copy-field.tsx';
import { DialogActions } from '../../components/dialog-actions.tsx';
import { Dialog } from '../../components/dialog.tsx';
import { Notice } from '../../components/notice.tsx';
import { useFormats } from '../../formats/formats-context.ts';
import { useMessages } from '../../messages/messages-context.ts';
import { ProblemNotice } from '../../shell/problem-notice.tsx';
import styles from './connections.module.css';
import { isAddable } from './list-addable.ts';
import { SettingsDialog } from './settings-dialog.tsx';
import { isAsked } from './sync/is-asked.ts';
import { isSilent } from './sync/is-silent.ts';
import { isRefused } from './sync/list-concerns.ts';
import { StorefrontPart } from './storefront/storefront-part.tsx';
import { SyncPart } from './sync/sync-part.tsx';

export interface ConnectionItemProps {
  readonly storeId: string;
  readonly connection: Connection;
  /** Null where it is not installed, and until it is known. */
  readonly adapter: Adapter | null;
  /** How it stands with its platform; null for mail, and until it is known. */
  readonly sync: ConnectionSync | null;
  readonly mayWrite: boolean;
}

/** One connection: whether it works, how it stands with its platform, its address, and what can be done with it. */
export function ConnectionItem({ storeId, connection, adapter, sync, mayWrite }: ConnectionItemProps) {
  const t = useMessages();
  const formats = useFormats();
  const queryClient = useQueryClient();
  const [isChanging, setChanging] = useState(false);
  const [isRemoving, setRemoving] = useState(false);
  const refresh = () => queryClient.invalidateQueries({ queryKey: connectionsQuery(storeId).queryKey });
  const check = useMutation({ mutationFn: () => checkConnection(storeId, connection.id), onSettled: refresh });
  const removal = useMutation({ mutationFn: () => removeConnection(storeId, connection.id), onSuccess: refresh });
  const authorizing = useMutation({
    mutationFn: () => authorizeConnection(storeId, { connectionId: connection.id }),
    onSuccess: ({ url }) => location.assign(url),
  });
  const { pausedReason } = connection;
  const refuses = sync !== null && isAsked(sync) && isRefused(sync);
  return (
    <li>
      <div className={styles['head']}>
        <p className={styles['name']}>{adapter?.displayName ?? connection.adapterId}</p>
        <Badge>{connection.purpose === 'platform' ? t.connections.platform : t.connections.mail}</Badge>
        <Standing pausedReason={pausedReason} refuses={refuses} isWaitedFor={sync !== null && isSilent(sync)} />
        <span className={styles['since']}>{t.connections.since(formats.date(connection.createdAt))}</span>
        {mayWrite && (
          <div className={styles['actions']}>
            <Button size="small" isBusy={check.isPending} onClick={() => check.mutate()}>
              {t.connections.check}
            </Button>
            {adapter !== null && isAddable(adapter) && pausedReason !== 'platform.erasing' && (
              <Button size="small" onClick={() => setChanging(true)}>
                {t.connections.settingsChange}
              </Button>
            )}
            {connection.canReauthorize && pausedReason !== 'platform.erasing' && (
              <Button
                size="small"
                isBusy={authorizing.isPending || authorizing.isSuccess}
                onClick={() => authorizing.mutate()}
              >
                {t.connections.connectAgain}
              </Button>
            )}
            <Button size="small" look="danger" onClick={() => setRemoving(true)}>
              {t.connections.remove}
            </Button>
          </div>
        )}
      </div>
      {sync !== null && <SyncPart storeId={storeId} sync={sync} hookUrl={connection.hookUrl} mayWrite={mayWrite} />}
      {adapter?.sendsWebhooks !== false && !(sync !== null && isAsked(sync)) && (
        <CopyField label={t.connections.hookUrl} text={connection.hookUrl} />
      )}
      {connection.purpose === 'platform' && (
        <StorefrontPart place={{ storeId, connectionId: connection.id }} mayWrite={mayWrite} />
      )}
      {check.data !== undefined && (
        <Notice tone={check.data.ok ? 'good' : 'bad'}>{check.data.message ?? t.connections.checkGood}</Notice>
      )}
      <ProblemNotice error={check.error ?? authorizing.error} />
      {isChanging && adapter !== null && (
        <SettingsDialog
          storeId={storeId}
          connectionId={connection.id}
          adapter={adapter}
          onClose={() => setChanging(false)}
        />
      )}
      <Dialog
        title={t.connections.remove}
        text={t.connections.removeSure}
        isOpen={isRemoving}
        onClose={() => setRemoving(false)}
      >
        <ProblemNotice error={removal.error} />
        <DialogActions>
          <Button onClick={() => setRemoving(false)}>{t.common.cancel}</Button>
          <Button look="danger" isBusy={removal.isPending} onClick={() => removal.mutate()}>
            {t.connections.removeConfirm}
          </Button>
        </DialogActions>
      </Dialog>
    </li>
  );
}

interface StandingProps {
  readonly pausedReason: string | null;
  readonly refuses: boolean;
  /** Nothing has come from a shop that cannot be asked: nobody knows whether it works. */
  readonly isWaitedFor: boolean;
}

function Standing({ pausedReason, refuses, isWaitedFor }: StandingProps) {
  const { connections: t, sync } = useMessages();
  if (pausedReason !== null) return <Badge tone="bad">{t.paused(t.pausedReasons[pausedReason] ?? pausedReason)}</Badge>;
  if (refuses) return <Badge tone="bad">{t.refuses}</Badge>;
  return isWaitedFor ? <Badge>{sync.nothingYet}</Badge> : <Badge tone="good">{t.works}</Badge>;
}
