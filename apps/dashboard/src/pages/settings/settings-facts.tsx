import type { Store } from '../../api/stores.ts';
import { Card } from '../../components/card.tsx';
import { Definitions } from '../../components/definitions.tsx';
import { useFormats } from '../../formats/formats-context.ts';
import { useMessages } from '../../messages/messages-context.ts';
import { MailEnd } from './mail-end.tsx';
import { toDraft } from './settings-draft.ts';
import styles from './settings.module.css';

/** The settings, for whoever may only read them. */
export function SettingsFacts({ store }: { readonly store: Store }) {
  const { storeSettings: t } = useMessages();
  const formats = useFormats();
  const { name, url, locale, sender, postalAddress } = store;
  return (
    <div className={styles['layout']}>
      <div className={`${styles['main']} ${styles['facts']}`}>
        <Card title={t.store} note={t.mayNot}>
          <Definitions
            items={[
              { name: t.name, value: name },
              { name: t.url, value: url ?? t.none },
              { name: t.language, value: formats.language(locale) },
              { name: t.postalAddress, value: postalAddress ?? t.none },
            ]}
          />
        </Card>
        <Card title={t.sender}>
          <Definitions
            items={[
              { name: t.senderName, value: sender.name },
              { name: t.senderRole, value: sender.role === '' ? t.none : sender.role },
              { name: t.senderEmail, value: sender.email },
              { name: t.replyTo, value: sender.replyTo ?? t.none },
            ]}
          />
        </Card>
      </div>
      <MailEnd draft={toDraft(store)} />
    </div>
  );
}
