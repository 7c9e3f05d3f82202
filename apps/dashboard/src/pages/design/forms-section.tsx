import { useState } from 'react';

import { Card } from '../../components/card.tsx';
import { CheckField } from '../../components/check-field.tsx';
import { Choice } from '../../components/choice.tsx';
import { Combobox } from '../../components/combobox.tsx';
import { Field, SelectField, TextField } from '../../components/field.tsx';
import { Switch } from '../../components/switch.tsx';
import { Tabs } from '../../components/tabs.tsx';
import { useFormats } from '../../formats/formats-context.ts';
import { useMessages } from '../../messages/messages-context.ts';
import styles from './design.module.css';

const countries = ['AT', 'BE', 'CH', 'DE', 'DK', 'ES', 'FR', 'GB', 'IE', 'IT', 'LU', 'NL', 'NO', 'PL', 'SE'];
const parts = ['open', 'closed'] as const;

export function FormsSection() {
  const { design: t } = useMessages();
  const formats = useFormats();
  const [country, setCountry] = useState('NL');
  const [view, setView] = useState<'light' | 'dark'>('light');
  const [part, setPart] = useState<(typeof parts)[number]>('open');
  const [isOn, setOn] = useState(true);
  return (
    <Card title={t.forms} note={t.formsNote}>
      <div className={styles['stack']}>
        <div className={styles['columns']}>
          <Field label={t.email} hint={t.emailHint} type="email" defaultValue="ada@agency.example" />
          <Field label={t.email} type="email" defaultValue="ada at agency" error={t.emailWrong} />
          <SelectField label={t.window} options={t.windows.map((name) => ({ value: name, label: name }))} />
          <Combobox
            label={t.country}
            placeholder={t.countryPlaceholder}
            value={country}
            options={countries.map((code) => ({ value: code, label: formats.country(code), note: code }))}
            onChange={setCountry}
          />
          <TextField label={t.note} rows={3} />
          <div>
            <CheckField label={t.quiet} hint={t.quietHint} defaultChecked />
            <Switch label={t.reminders} text={t.reminders} isOn={isOn} onChange={setOn} />
          </div>
        </div>
        <div className={styles['row']}>
          <Choice
            label={t.view}
            value={view}
            options={[
              { value: 'light', label: t.light },
              { value: 'dark', label: t.dark },
            ]}
            onChange={setView}
          />
        </div>
        <Tabs
          label={t.tabs}
          value={part}
          onChange={setPart}
          tabs={parts.map((value, index) => ({
            value,
            label: t.tabNames[index] ?? '',
            count: formats.number(index === 0 ? 3 : 128),
            content: <p>{t.tabText}</p>,
          }))}
        />
      </div>
    </Card>
  );
}
