import type { SequenceDefinition } from '@regulars/core/sequences';
import { useState } from 'react';

import type { ListedSequence } from '../../../api/sequences.ts';
import type { Store } from '../../../api/stores.ts';
import { Card } from '../../../components/card.tsx';
import { useMessages } from '../../../messages/messages-context.ts';
import { describeTrigger } from '../describe-step.ts';
import { nameSequence, tellPurpose } from '../names.ts';
import { PreviewDialog, type PreviewedMail } from '../preview-dialog.tsx';
import { SequenceSwitch } from '../sequence-switch.tsx';
import { listMails } from './list-mails.ts';
import { MailThumb, type MailLook } from './mail-thumb.tsx';
import styles from './playbook.module.css';

export interface PresetCardProps {
  readonly store: Store;
  readonly definition: SequenceDefinition;
  /** The store's own sequence of this key; undefined where it has none. */
  readonly sequence: ListedSequence | undefined;
  readonly look: MailLook;
}

/** One preset: what it is for, what begins it, and its mails by the day they come. */
export function PresetCard({ store, definition, sequence, look }: PresetCardProps) {
  const t = useMessages();
  const [opened, setOpened] = useState<PreviewedMail | null>(null);
  return (
    <Card
      title={nameSequence(sequence ?? definition, t)}
      note={tellPurpose(definition, t)}
      action={sequence !== undefined && <SequenceSwitch storeId={store.id} sequence={sequence} />}
    >
      <p className={styles['begins']}>{t.sequences.beginsWith(describeTrigger(definition.trigger, t))}</p>
      <ol className={`${styles['mails']} ${look.device === 'desktop' ? styles['wide'] : ''}`}>
        {listMails(definition).map(({ templateKey, purpose, day }) => (
          <li key={templateKey}>
            <span className={styles['day']}>{t.sequences.day(day)}</span>
            <MailThumb
              store={store}
              templateKey={templateKey}
              purpose={purpose}
              look={look}
              onOpen={() => setOpened({ templateKey, purpose })}
            />
          </li>
        ))}
      </ol>
      {opened !== null && (
        <PreviewDialog store={store} {...opened} locale={look.locale} onClose={() => setOpened(null)} />
      )}
    </Card>
  );
}
