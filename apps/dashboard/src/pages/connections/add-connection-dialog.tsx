import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';

import { toProblemDetails } from '../../api/api-error.ts';
import { adaptersQuery, addConnection, connectionsQuery, type Adapter } from '../../api/connections.ts';
import { Button } from '../../components/button.tsx';
import { DialogActions } from '../../components/dialog-actions.tsx';
import { Dialog } from '../../components/dialog.tsx';
import { SelectField } from '../../components/field.tsx';
import { ShownOnceDialog } from '../../components/shown-once-dialog.tsx';
import { useMessages } from '../../messages/messages-context.ts';
import { ProblemNotice } from '../../shell/problem-notice.tsx';
import { QueryState } from '../../shell/query-state.tsx';
import { keyOf, listFields, toConfig } from './adapter-fields.ts';
import styles from './connections.module.css';
import { SettingField } from './setting-field.tsx';

/** Every store has the local mailbox anyway. */
const builtIn = 'mailbox';

/** Asks what to connect and its settings; then shows address and secret, the secret this once. */
export function AddConnectionDialog({ storeId, onClose }: { readonly storeId: string; readonly onClose: () => void }) {
  const t = useMessages();
  const queryClient = useQueryClient();
  const adapters = useQuery(adaptersQuery);
  const adding = useMutation({
    mutationFn: (connection: Parameters<typeof addConnection>[1]) => addConnection(storeId, connection),
    onSuccess: () => queryClient.invalidateQueries({ queryKey: connectionsQuery(storeId).queryKey }),
  });
  if (adding.data !== undefined) {
    return (
      <ShownOnceDialog
        title={t.connections.addedTitle}
        text={t.connections.addedText}
        secrets={[
          { label: t.connections.hookUrl, text: adding.data.hookUrl },
          { label: t.connections.secret, text: adding.data.webhookSecret },
        ]}
        done={t.connections.done}
        onClose={onClose}
      />
    );
  }
  return (
    <Dialog title={t.connections.addTitle} isOpen onClose={onClose}>
      <QueryState query={adapters}>
        {(all) => (
          <ConnectionForm
            adapters={all.filter(({ id }) => id !== builtIn)}
            isBusy={adding.isPending}
            error={adding.error}
            onSubmit={(adapter, config) => adding.mutate({ purpose: adapter.purpose, adapterId: adapter.id, config })}
          />
        )}
      </QueryState>
    </Dialog>
  );
}

interface ConnectionFormProps {
  readonly adapters: readonly Adapter[];
  readonly isBusy: boolean;
  readonly error: Error | null;
  readonly onSubmit: (adapter: Adapter, config: Record<string, unknown>) => void;
}

function ConnectionForm({ adapters, isBusy, error, onSubmit }: ConnectionFormProps) {
  const t = useMessages();
  const [adapterId, setAdapterId] = useState(adapters[0]?.id ?? '');
  const [values, setValues] = useState<Readonly<Record<string, string>>>({});
  const adapter = adapters.find(({ id }) => id === adapterId);
  const fields = adapter === undefined ? [] : listFields(adapter.configSchema);
  const faults = error === null ? [] : toProblemDetails(error).errors;
  const faultOf = (key: string) => faults.find(({ path }) => path === `/config/${key.replaceAll('.', '/')}`)?.message;
  const hasFaultOnField = fields.some((field) => faultOf(keyOf(field)) !== undefined);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (adapter !== undefined) onSubmit(adapter, toConfig(fields, values));
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
        }}
      />
      {fields.map((field) => {
        const key = keyOf(field);
        return (
          <SettingField
            key={`${adapterId}.${key}`}
            field={field}
            value={values[key] ?? field.initial}
            error={faultOf(key)}
            onChange={(value) => setValues((before) => ({ ...before, [key]: value }))}
          />
        );
      })}
      {!hasFaultOnField && <ProblemNotice error={error} />}
      <DialogActions>
        <Button type="submit" look="primary" isBusy={isBusy}>
          {t.connections.submit}
        </Button>
      </DialogActions>
    </form>
  );
}
