import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';

import type { Store } from '../../api/stores.ts';
import { previewQuery, templatesQuery, type Template } from '../../api/templates.ts';
import { Choice } from '../../components/choice.tsx';
import { Dialog } from '../../components/dialog.tsx';
import { useFormats } from '../../formats/formats-context.ts';
import { useMessages } from '../../messages/messages-context.ts';
import { QueryState } from '../../shell/query-state.tsx';
import { MailView } from '../mailbox/mail-view.tsx';
import styles from './sequences.module.css';

export interface PreviewDialogProps {
  readonly store: Store;
  readonly templateKey: string;
  readonly onClose: () => void;
}

/** A sequence's mail, filled with an example, in each language it is written in. */
export function PreviewDialog({ store, templateKey, onClose }: PreviewDialogProps) {
  const t = useMessages();
  const formats = useFormats();
  const templates = useQuery(templatesQuery(store.id));
  const [locale, setLocale] = useState(store.locale);
  return (
    <Dialog title={t.sequences.previewTitle} isOpen onClose={onClose} width="wide">
      <QueryState query={templates}>
        {(all) => {
          const versions = all.filter(({ key }) => key === templateKey);
          const shown = versions.find((version) => version.locale === locale) ?? versions[0];
          return (
            <>
              {versions.length > 1 && (
                <div className={styles['previewBar']}>
                  <Choice
                    label={t.sequences.language}
                    value={shown?.locale ?? locale}
                    options={versions.map((version) => ({
                      value: version.locale,
                      label: formats.language(version.locale),
                    }))}
                    onChange={setLocale}
                  />
                </div>
              )}
              {shown === undefined ? <p>{t.sequences.noTemplate}</p> : <Preview storeId={store.id} template={shown} />}
            </>
          );
        }}
      </QueryState>
    </Dialog>
  );
}

function Preview({ storeId, template }: { readonly storeId: string; readonly template: Template }) {
  const preview = useQuery(previewQuery(storeId, template));
  return (
    <div className={styles['preview']}>
      <QueryState query={preview}>
        {({ subject, html, text }) => <MailView subject={subject} html={html} text={text} />}
      </QueryState>
    </div>
  );
}
