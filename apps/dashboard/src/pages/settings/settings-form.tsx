import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useRef, useState, type FormEvent } from 'react';

import { toProblemDetails } from '../../api/api-error.ts';
import { changeStore, type Store, type StoreChange } from '../../api/stores.ts';
import { Button } from '../../components/button.tsx';
import { useToast } from '../../components/toast-context.ts';
import { useMessages } from '../../messages/messages-context.ts';
import { ProblemNotice } from '../../shell/problem-notice.tsx';
import { useUnsavedGuard } from '../../shell/use-unsaved-guard.tsx';
import { MailEnd } from './mail-end.tsx';
import { listWrong, toChange, toDraft } from './settings-draft.ts';
import { SettingsFields } from './settings-fields.tsx';
import styles from './settings.module.css';

/** The settings, to be changed; what the server refuses is told at its line. */
export function SettingsForm({ store }: { readonly store: Store }) {
  const { storeSettings: t } = useMessages();
  const toast = useToast();
  const queryClient = useQueryClient();
  const form = useRef<HTMLFormElement>(null);
  // What is typed is compared with what one began from: the store may be changed by others meanwhile.
  const [base, setBase] = useState(store);
  const [draft, setDraft] = useState(() => toDraft(store));
  const saving = useMutation({
    mutationFn: (change: StoreChange) => changeStore(store.id, change),
    onSuccess: async (saved) => {
      setBase(saved);
      setDraft(toDraft(saved));
      toast({ text: t.saved });
      // The name stands everywhere, the sender in every letter that is shown.
      await queryClient.invalidateQueries();
    },
    // The lines at fault are marked once this has been drawn.
    onError: () =>
      requestAnimationFrame(() => form.current?.querySelector<HTMLElement>('[aria-invalid=true]')?.focus()),
  });
  const change = toChange(base, draft);
  const { question } = useUnsavedGuard(!saving.isPending && Object.keys(change).length > 0);
  const wrong = saving.error === null ? [] : listWrong(toProblemDetails(saving.error).errors);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    saving.mutate(change);
  };
  return (
    <form ref={form} className={styles['layout']} noValidate onSubmit={submit}>
      {question}
      <div className={styles['main']}>
        <SettingsFields
          draft={draft}
          wrong={wrong}
          onChange={(typed) => setDraft((before) => ({ ...before, ...typed }))}
        />
        {wrong.length === 0 && <ProblemNotice error={saving.error} />}
        <div>
          <Button type="submit" look="primary" isBusy={saving.isPending}>
            {t.save}
          </Button>
        </div>
      </div>
      <MailEnd draft={draft} />
    </form>
  );
}
