import { CircleCheck } from 'lucide-react';
import { useState } from 'react';

import type { ConnectionSync } from '../../../api/sync.ts';
import { useFormats } from '../../../formats/formats-context.ts';
import { useMessages } from '../../../messages/messages-context.ts';
import { useNow } from '../../../shell/use-now.ts';
import { BeginDialog } from './begin-dialog.tsx';
import { ConcernItem } from './concern-item.tsx';
import { isAsked } from './is-asked.ts';
import { isSilent } from './is-silent.ts';
import { listConcerns } from './list-concerns.ts';
import { SyncDetails } from './sync-details.tsx';
import styles from './sync.module.css';

export interface SyncPartProps {
  readonly storeId: string;
  readonly sync: ConnectionSync;
  /** Where deliveries go. */
  readonly hookUrl: string;
  readonly mayWrite: boolean;
}

/** How a connection stands with its shop: one sentence when all is well, else what is not; the rest is folded. */
export function SyncPart({ storeId, sync, hookUrl, mayWrite }: SyncPartProps) {
  const { sync: t } = useMessages();
  const [isBeginning, setBeginning] = useState(false);
  const { connectionId, canPull } = sync;
  const concerns = listConcerns(sync);
  if (!isAsked(sync)) {
    return (
      <>
        {isSilent(sync) && <p>{t.tellIt}</p>}
        <p className={styles['quiet']}>{canPull ? t.noKey : t.onlyTold}</p>
      </>
    );
  }
  return (
    <section className={styles['sync']} aria-label={t.looking}>
      {concerns.length === 0 && <Calm sync={sync} />}
      {concerns.map((concern, index) => (
        <ConcernItem
          // A back-fill and a repair may be under way at once.
          key={`${concern.kind}${index}`}
          storeId={storeId}
          connectionId={connectionId}
          concern={concern}
          mayWrite={mayWrite}
        />
      ))}
      <SyncDetails
        storeId={storeId}
        sync={sync}
        hookUrl={hookUrl}
        mayWrite={mayWrite}
        onBegin={() => setBeginning(true)}
      />
      {isBeginning && <BeginDialog storeId={storeId} connectionId={connectionId} onClose={() => setBeginning(false)} />}
    </section>
  );
}

function Calm({ sync: { count } }: { readonly sync: ConnectionSync }) {
  const { sync: t } = useMessages();
  const formats = useFormats();
  const nowMs = useNow();
  return (
    <p className={styles['calm']} role="status">
      <CircleCheck size={17} aria-hidden />
      {count === null || count.ordersHere === null
        ? t.well
        : t.wellCounted(formats.number(count.ordersHere), formats.ago(count.checkedAt, nowMs))}
    </p>
  );
}
