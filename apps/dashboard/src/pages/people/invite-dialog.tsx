import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';

import { invitationsQuery, invitePerson, type Standing } from '../../api/people.ts';
import type { Store } from '../../api/stores.ts';
import { Button } from '../../components/button.tsx';
import { DialogActions } from '../../components/dialog-actions.tsx';
import { Dialog } from '../../components/dialog.tsx';
import { Field } from '../../components/field.tsx';
import { ShownOnceDialog } from '../../components/shown-once-dialog.tsx';
import { useMessages } from '../../messages/messages-context.ts';
import { ProblemNotice } from '../../shell/problem-notice.tsx';
import { useUnsavedGuard } from '../../shell/use-unsaved-guard.tsx';
import styles from './people.module.css';
import { StandingFields } from './standing-fields.tsx';

/** Asks whom to invite as what; then shows the one-time link, this once. */
export function InviteDialog({ stores, onClose }: { readonly stores: readonly Store[]; readonly onClose: () => void }) {
  const t = useMessages();
  const queryClient = useQueryClient();
  const [email, setEmail] = useState('');
  const [standing, setStanding] = useState<Standing>({ role: 'marketer', storeIds: null });
  const inviting = useMutation({
    mutationFn: invitePerson,
    onSuccess: () => queryClient.invalidateQueries({ queryKey: invitationsQuery.queryKey }),
  });
  const { question, leave } = useUnsavedGuard(email !== '' && !inviting.isPending && !inviting.isSuccess);
  if (inviting.data !== undefined) {
    return (
      <ShownOnceDialog
        title={t.people.linkTitle}
        text={t.people.linkText(inviting.data.email)}
        secrets={[{ label: t.people.link, text: inviting.data.link }]}
        done={t.people.linkDone}
        onClose={onClose}
      />
    );
  }
  const submit = (event: FormEvent) => {
    event.preventDefault();
    inviting.mutate({ email, ...standing });
  };
  return (
    <Dialog title={t.people.inviteTitle} text={t.people.inviteText} isOpen onClose={() => leave(onClose)}>
      {question}
      <form className={styles['form']} onSubmit={submit}>
        <Field
          label={t.people.email}
          type="email"
          autoComplete="off"
          required
          maxLength={254}
          value={email}
          onChange={({ target }) => setEmail(target.value)}
        />
        <StandingFields standing={standing} stores={stores} onChange={setStanding} />
        <ProblemNotice error={inviting.error} />
        <DialogActions>
          <Button onClick={onClose}>{t.common.cancel}</Button>
          <Button type="submit" look="primary" isBusy={inviting.isPending}>
            {t.people.inviteSubmit}
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  );
}
