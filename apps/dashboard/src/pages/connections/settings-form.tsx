import { useState, type FormEvent } from 'react';

import type { Adapter, ConnectionSettings } from '../../api/connections.ts';
import { Button } from '../../components/button.tsx';
import { DialogActions } from '../../components/dialog-actions.tsx';
import { useMessages } from '../../messages/messages-context.ts';
import { listFields, toConfig, toFilledForm } from './adapter-fields.ts';
import styles from './connections.module.css';
import { SettingFields } from './setting-fields.tsx';

export interface SettingsFormProps {
  readonly adapter: Adapter;
  readonly present: ConnectionSettings;
  readonly isBusy: boolean;
  readonly error: Error | null;
  /** Something was typed that would be lost. */
  readonly onTyped: () => void;
  readonly onCancel: () => void;
  readonly onSubmit: (config: Record<string, unknown>) => void;
}

/** The settings a connection has, to be changed. */
export function SettingsForm({ adapter, present, isBusy, error, onTyped, onCancel, onSubmit }: SettingsFormProps) {
  const t = useMessages();
  const [typed, setTyped] = useState<Readonly<Record<string, string>>>({});
  const form = toFilledForm(
    listFields(adapter.configSchema),
    present.settings,
    present.hidden,
    t.connections.secretStays,
  );
  const values = { ...form.values, ...typed };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    onSubmit(toConfig(form.fields, values));
  };
  return (
    <form className={styles['form']} onSubmit={submit}>
      <SettingFields
        adapterId={adapter.id}
        fields={form.fields}
        values={values}
        error={error}
        onChange={(key, value) => {
          setTyped((before) => ({ ...before, [key]: value }));
          onTyped();
        }}
      />
      <DialogActions>
        <Button onClick={onCancel}>{t.common.cancel}</Button>
        <Button type="submit" look="primary" isBusy={isBusy}>
          {t.connections.settingsSave}
        </Button>
      </DialogActions>
    </form>
  );
}
