import { useState, type FormEvent } from 'react';

import type { Adapter } from '../../api/connections.ts';
import { Button } from '../../components/button.tsx';
import { Choice } from '../../components/choice.tsx';
import { DialogActions } from '../../components/dialog-actions.tsx';
import { SelectField } from '../../components/field.tsx';
import { useMessages } from '../../messages/messages-context.ts';
import { listFields, toConfig } from './adapter-fields.ts';
import styles from './connections.module.css';
import { SettingFields } from './setting-fields.tsx';

/** How a shop is connected: the merchant allows it over there, or somebody types in keys. */
export type ConnectWay = 'oneClick' | 'byHand';

export interface ConnectionFormProps {
  readonly adapters: readonly Adapter[];
  readonly isBusy: boolean;
  readonly error: Error | null;
  /** What is to be connected was changed: what went wrong before says nothing of it. */
  readonly onTurn: () => void;
  /** Something was typed that would be lost. */
  readonly onTyped: () => void;
  readonly onSubmit: (adapter: Adapter, config: Record<string, unknown>, way: ConnectWay) => void;
}

/** What to connect, in which way, and what has to be known for it. */
export function ConnectionForm({ adapters, isBusy, error, onTurn, onTyped, onSubmit }: ConnectionFormProps) {
  const t = useMessages();
  const [adapterId, setAdapterId] = useState(adapters[0]?.id ?? '');
  const [wishedWay, setWay] = useState<ConnectWay>('oneClick');
  const [values, setValues] = useState<Readonly<Record<string, string>>>({});
  const adapter = adapters.find(({ id }) => id === adapterId);
  const offersOneClick = adapter != null && adapter.authorizeSchema !== null;
  const way = offersOneClick ? wishedWay : 'byHand';
  const fields =
    adapter === undefined ? [] : listFields(way === 'oneClick' ? adapter.authorizeSchema : adapter.configSchema);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (adapter !== undefined) onSubmit(adapter, toConfig(fields, values), way);
  };
  return (
    <form className={styles['form']} onSubmit={submit}>
      <SelectField
        label={t.connections.kind}
        value={adapterId}
        options={adapters.map(({ id, displayName, purpose }) => ({
          value: id,
          label: `${displayName} (${purpose === 'platform' ? t.connections.platform : t.connections.mail})`,
        }))}
        onChange={({ target }) => {
          setAdapterId(target.value);
          setValues({});
          onTurn();
        }}
      />
      {offersOneClick && (
        <>
          <Choice
            label={t.connections.way}
            value={way}
            options={[
              { value: 'oneClick', label: t.connections.oneClick },
              { value: 'byHand', label: t.connections.byHand },
            ]}
            onChange={(chosen) => {
              setWay(chosen);
              onTurn();
            }}
          />
          <p className={styles['wayNote']}>
            {way === 'oneClick' ? t.connections.oneClickNote : t.connections.byHandNote}
          </p>
        </>
      )}
      <SettingFields
        adapterId={adapterId}
        fields={fields}
        values={values}
        error={error}
        onChange={(key, value) => {
          setValues((before) => ({ ...before, [key]: value }));
          onTyped();
        }}
      />
      <DialogActions>
        <Button type="submit" look="primary" isBusy={isBusy}>
          {way === 'oneClick' ? t.connections.goToShop(adapter?.displayName ?? '') : t.connections.submit}
        </Button>
      </DialogActions>
    </form>
  );
}
