import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';

import { apiKeysQuery, createApiKey, type NewApiKey } from '../../api/api-keys.ts';
import type { Session } from '../../api/session.ts';
import type { Store } from '../../api/stores.ts';
import { Button } from '../../components/button.tsx';
import { DialogActions } from '../../components/dialog-actions.tsx';
import { Dialog } from '../../components/dialog.tsx';
import { Field, SelectField } from '../../components/field.tsx';
import { ShownOnceDialog } from '../../components/shown-once-dialog.tsx';
import { useMessages } from '../../messages/messages-context.ts';
import { ProblemNotice } from '../../shell/problem-notice.tsx';
import { useUnsavedGuard } from '../../shell/use-unsaved-guard.tsx';
import styles from './api-keys.module.css';
import { RightsField } from './rights-field.tsx';

const dayMs = 86_400_000;
const lifetimes = { days30: 30, days90: 90, year: 365, never: null } as const;
type Lifetime = keyof typeof lifetimes;

export interface CreateKeyDialogProps {
  readonly session: Session;
  readonly stores: readonly Store[];
  readonly onClose: () => void;
}

/** Asks what a new key may do, where and how long; then shows it, this once. */
export function CreateKeyDialog({ session, stores, onClose }: CreateKeyDialogProps) {
  const t = useMessages();
  const queryClient = useQueryClient();
  const isLimited = session.storeIds !== null;
  const [name, setName] = useState('');
  const [scopes, setScopes] = useState<readonly string[]>([]);
  const [storeId, setStoreId] = useState(isLimited ? (stores[0]?.id ?? '') : '');
  const [lifetime, setLifetime] = useState<Lifetime>('year');
  const [isTried, setTried] = useState(false);
  const creating = useMutation({
    mutationFn: createApiKey,
    onSuccess: () => queryClient.invalidateQueries({ queryKey: apiKeysQuery.queryKey }),
  });
  const isTyped = name !== '' || scopes.length > 0;
  const { question, leave } = useUnsavedGuard(isTyped && !creating.isPending && !creating.isSuccess);
  if (creating.data !== undefined) {
    return (
      <ShownOnceDialog
        title={t.apiKeys.madeTitle}
        text={t.apiKeys.madeText}
        secrets={[{ label: t.apiKeys.key, text: creating.data.key }]}
        done={t.apiKeys.done}
        onClose={onClose}
      />
    );
  }
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (scopes.length === 0) return;
    const days = lifetimes[lifetime];
    creating.mutate({
      name,
      // The server knows every right; those offered here are the session's own.
      scopes: [...scopes] as NewApiKey['scopes'],
      storeId: storeId === '' ? null : storeId,
      expiresAt: days === null ? null : new Date(Date.now() + days * dayMs).toISOString(),
    });
  };
  return (
    <Dialog title={t.apiKeys.createTitle} isOpen onClose={() => leave(onClose)}>
      {question}
      <form className={styles['form']} onSubmit={submit}>
        <Field
          label={t.apiKeys.name}
          hint={t.apiKeys.nameHint}
          required
          maxLength={80}
          autoComplete="off"
          value={name}
          onChange={({ target }) => setName(target.value)}
        />
        <SelectField
          label={t.apiKeys.store}
          value={storeId}
          options={[
            ...(isLimited ? [] : [{ value: '', label: t.apiKeys.everyStore }]),
            ...stores.map(({ id, name: label }) => ({ value: id, label })),
          ]}
          onChange={({ target }) => setStoreId(target.value)}
        />
        <SelectField
          label={t.apiKeys.lifetime}
          value={lifetime}
          options={(Object.keys(lifetimes) as Lifetime[]).map((value) => ({
            value,
            label: t.apiKeys.lifetimes[value],
          }))}
          onChange={({ target }) => setLifetime(target.value as Lifetime)}
        />
        <RightsField
          offered={session.actions}
          chosen={scopes}
          error={isTried && scopes.length === 0 ? t.apiKeys.noRights : null}
          onChange={setScopes}
        />
        <ProblemNotice error={creating.error} />
        <DialogActions>
          <Button onClick={onClose}>{t.common.cancel}</Button>
          <Button type="submit" look="primary" isBusy={creating.isPending}>
            {t.apiKeys.submit}
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  );
}
