import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';

import { changePerson, peopleQuery, type Person, type Standing } from '../../api/people.ts';
import { sessionQuery } from '../../api/session.ts';
import type { Store } from '../../api/stores.ts';
import { Button } from '../../components/button.tsx';
import { DialogActions } from '../../components/dialog-actions.tsx';
import { Dialog } from '../../components/dialog.tsx';
import { useToast } from '../../components/toast-context.ts';
import { useMessages } from '../../messages/messages-context.ts';
import { ProblemNotice } from '../../shell/problem-notice.tsx';
import { useUnsavedGuard } from '../../shell/use-unsaved-guard.tsx';
import styles from './people.module.css';
import { StandingFields } from './standing-fields.tsx';

export interface PersonDialogProps {
  readonly person: Person;
  readonly onClose: () => void;
}

/** A person's role and stores, to be changed. */
export function ChangeDialog({ person, stores, onClose }: PersonDialogProps & { readonly stores: readonly Store[] }) {
  const t = useMessages();
  const toast = useToast();
  const queryClient = useQueryClient();
  const [first] = useState<Standing>({ role: person.role, storeIds: person.storeIds });
  const [standing, setStanding] = useState(first);
  const changing = useMutation({
    mutationFn: () => changePerson(person.id, standing),
    onSuccess: async () => {
      await queryClient.invalidateQueries({ queryKey: peopleQuery.queryKey });
      // It may have been oneself.
      await queryClient.invalidateQueries({ queryKey: sessionQuery.queryKey });
      toast({ text: t.people.saved(person.name) });
      onClose();
    },
  });
  const { question, leave } = useUnsavedGuard(
    !changing.isPending && JSON.stringify(standing) !== JSON.stringify(first),
  );
  const submit = (event: FormEvent) => {
    event.preventDefault();
    changing.mutate();
  };
  return (
    <Dialog title={t.people.changeTitle(person.name)} text={t.people.changeNote} isOpen onClose={() => leave(onClose)}>
      {question}
      <form className={styles['form']} onSubmit={submit}>
        <StandingFields standing={standing} stores={stores} onChange={setStanding} />
        <ProblemNotice error={changing.error} />
        <DialogActions>
          <Button onClick={onClose}>{t.common.cancel}</Button>
          <Button type="submit" look="primary" isBusy={changing.isPending}>
            {t.people.save}
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  );
}
