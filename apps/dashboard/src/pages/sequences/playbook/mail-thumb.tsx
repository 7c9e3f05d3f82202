import { useQuery } from '@tanstack/react-query';

import type { Store } from '../../../api/stores.ts';
import { previewQuery, type MailPurpose } from '../../../api/templates.ts';
import { useMessages } from '../../../messages/messages-context.ts';
import { QueryState } from '../../../shell/query-state.tsx';
import styles from './playbook.module.css';

/** How the mails of a gallery are shown: in which language, on what, and filled in for whom. */
export interface MailLook {
  readonly locale: string;
  readonly device: 'phone' | 'desktop';
  readonly customerId: string | null;
}

export interface MailThumbProps {
  readonly store: Store;
  readonly templateKey: string;
  readonly purpose: MailPurpose;
  readonly look: MailLook;
  readonly onOpen: () => void;
}

/** A mail made small: the real one, rendered by the server, to be opened in full. */
export function MailThumb({ store, templateKey, purpose, look, onOpen }: MailThumbProps) {
  const { sequences: t } = useMessages();
  const preview = useQuery(
    previewQuery(store.id, { key: templateKey, locale: look.locale }, { purpose, customerId: look.customerId }),
  );
  return (
    <QueryState query={preview} lines={6}>
      {({ subject, html }) => (
        <div className={styles['thumb']}>
          <div className={`${styles['screen']} ${look.device === 'desktop' ? styles['desktop'] : ''}`}>
            {/* Nothing in it can be reached: the button over it opens the mail in full. */}
            <iframe title={subject} srcDoc={html} sandbox="" referrerPolicy="no-referrer" tabIndex={-1} />
            <button type="button" className={styles['open']} onClick={onOpen} aria-label={t.openMail(subject)} />
          </div>
          <p className={styles['subject']}>{subject}</p>
        </div>
      )}
    </QueryState>
  );
}
