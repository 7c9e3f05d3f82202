import { toFooterAddress } from '@regulars/core/messaging';

import { Card } from '../../components/card.tsx';
import { useMessages } from '../../messages/messages-context.ts';
import type { SettingsDraft } from './settings-draft.ts';
import styles from './settings.module.css';

/** The signature and the footer of the store's mails, as they would read with what is typed. */
export function MailEnd({ draft }: { readonly draft: SettingsDraft }) {
  const { storeSettings: t } = useMessages();
  const [name, role, senderName] = [draft.name, draft.senderRole, draft.senderName].map((typed) => typed.trim());
  const address = toFooterAddress(draft.postalAddress.trim(), name ?? '');
  return (
    <div className={styles['aside']}>
      <Card title={t.preview}>
        <p className={styles['signature']}>
          {senderName}
          <br />
          {[role, name].filter(Boolean).join(', ')}
        </p>
        <p className={styles['footer']}>{[name, address].filter(Boolean).join(' · ')}</p>
      </Card>
    </div>
  );
}
