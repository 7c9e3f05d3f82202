import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';

import type { Store } from '../../api/stores.ts';
import { previewQuery, templatesQuery, type MailPurpose, type Template } from '../../api/templates.ts';
import { Choice } from '../../components/choice.tsx';
import { Dialog } from '../../components/dialog.tsx';
import { useFormats } from '../../formats/formats-context.ts';
import { useMessages } from '../../messages/messages-context.ts';
import { QueryState } from '../../shell/query-state.tsx';
import { MailView } from '../mailbox/mail-view.tsx';
import { chooseLocale } from './choose-locale.ts';
import { ExampleCustomer } from './playbook/example-customer.tsx';
import styles from './sequences.module.css';

export interface PreviewedMail {
  readonly templateKey: string;
  /** Why the sequence sends it: its footer depends on it. */
  readonly purpose: MailPurpose;
}

export interface PreviewDialogProps extends PreviewedMail {
  readonly store: Store;
  /** The language it opens in; without, the store's own. */
  readonly locale?: string;
  readonly onClose: () => void;
}

/** A sequence's mail as a customer would get it now, in each language it is written in. */
export function PreviewDialog({
  store,
  templateKey,
  purpose,
  locale: first = store.locale,
  onClose,
}: PreviewDialogProps) {
  const t = useMessages();
  const formats = useFormats();
  const templates = useQuery(templatesQuery(store.id));
  const [locale, setLocale] = useState(first);
  const [customerId, setCustomerId] = useState<string | null>(null);
  return (
    <Dialog title={t.sequences.previewTitle} isOpen onClose={onClose} width="wide">
      <QueryState query={templates}>
        {(all) => {
          const versions = all.filter(({ key }) => key === templateKey);
          const shownLocale = chooseLocale(
            versions.map((version) => version.locale),
            locale,
          );
          const shown = versions.find((version) => version.locale === shownLocale);
          return (
            <>
              <div className={styles['previewBar']}>
                {versions.length > 1 && (
                  <Choice
                    label={t.sequences.language}
                    value={shown?.locale ?? locale}
                    options={versions.map((version) => ({
                      value: version.locale,
                      label: formats.language(version.locale),
                    }))}
                    onChange={setLocale}
                  />
                )}
                <ExampleCustomer store={store} customerId={customerId} onCustomer={setCustomerId} />
              </div>
              {shown === undefined ? (
                <p>{t.sequences.noTemplate}</p>
              ) : (
                <Preview storeId={store.id} template={shown} purpose={purpose} customerId={customerId} />
              )}
            </>
          );
        }}
      </QueryState>
    </Dialog>
  );
}

interface PreviewProps {
  readonly storeId: string;
  readonly template: Template;
  readonly purpose: MailPurpose;
  readonly customerId: string | null;
}

function Preview({ storeId, template, purpose, customerId }: PreviewProps) {
  const preview = useQuery(previewQuery(storeId, template, { purpose, customerId }));
  return (
    <div className={styles['preview']}>
      <QueryState query={preview}>
        {({ subject, sender, recipient, html, text }) => <MailView mail={{ subject, sender, recipient, html, text }} />}
      </QueryState>
    </div>
  );
}
