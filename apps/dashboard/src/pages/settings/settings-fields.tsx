import { languages } from '@regulars/core/shared';
import type { ChangeEvent } from 'react';

import { Card } from '../../components/card.tsx';
import { Field, SelectField } from '../../components/field.tsx';
import { useFormats } from '../../formats/formats-context.ts';
import { useMessages } from '../../messages/messages-context.ts';
import type { Setting, SettingsDraft } from './settings-draft.ts';
import styles from './settings.module.css';

export interface SettingsFieldsProps {
  readonly draft: SettingsDraft;
  readonly wrong: readonly Setting[];
  readonly onChange: (change: Partial<SettingsDraft>) => void;
}

/** The lines of the form: the store, then who writes for it. */
export function SettingsFields({ draft, wrong, onChange }: SettingsFieldsProps) {
  const { storeSettings: t, connections } = useMessages();
  const formats = useFormats();
  const bind = (setting: Setting) => ({
    value: draft[setting],
    error: wrong.includes(setting) ? t.wrong[setting] : undefined,
    autoComplete: 'off',
    onChange: ({ target }: ChangeEvent<HTMLInputElement | HTMLSelectElement>) => onChange({ [setting]: target.value }),
  });
  const maybe = (label: string) => `${label} (${connections.optional})`;
  // What is chosen stays to be seen, also where it is a language with a region.
  const locales = [...new Set<string>([...languages, draft.locale])];
  return (
    <>
      <Card title={t.store}>
        <div className={styles['fields']}>
          <Field label={t.name} hint={t.nameHint} required maxLength={120} {...bind('name')} />
          <Field label={maybe(t.url)} type="url" {...bind('url')} />
          <SelectField
            label={t.language}
            hint={t.languageHint}
            options={locales.map((value) => ({ value, label: formats.language(value) }))}
            {...bind('locale')}
          />
          <Field label={maybe(t.postalAddress)} hint={t.postalHint} maxLength={300} {...bind('postalAddress')} />
        </div>
      </Card>
      <Card title={t.sender} note={t.senderNote}>
        <div className={styles['fields']}>
          <Field label={t.senderName} required maxLength={80} {...bind('senderName')} />
          <Field label={maybe(t.senderRole)} maxLength={80} {...bind('senderRole')} />
          <Field label={t.senderEmail} hint={t.senderEmailHint} type="email" required {...bind('senderEmail')} />
          <Field label={maybe(t.replyTo)} hint={t.replyToHint} type="email" {...bind('replyTo')} />
        </div>
      </Card>
    </>
  );
}
