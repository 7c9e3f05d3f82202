import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';

import { closeCase } from '../../api/cases.ts';
import { Button } from '../../components/button.tsx';
import { Dialog } from '../../components/dialog.tsx';
import { TextField } from '../../components/field.tsx';
import { useToast } from '../../components/toast-context.ts';
import { useMessages } from '../../messages/messages-context.ts';
import { ProblemNotice } from '../../shell/problem-notice.tsx';
import { useUnsavedGuard } from '../../shell/use-unsaved-guard.tsx';
import styles from './cases.module.css';

export interface CloseCaseProps {
  readonly storeId: string;
  readonly caseId: string;
}

/** Closes a case, with a note for the team where there is something to note. */
export function CloseCase({ storeId, caseId }: CloseCaseProps) {
  const t = useMessages();
  const toast = useToast();
  const queryClient = useQueryClient();
  const [isAsking, setIsAsking] = useState(false);
  const [note, setNote] = useState('');
  const closing = useMutation({
    mutationFn: () => closeCase(storeId, caseId, note),
    onSuccess: async () => {
      toast({ text: t.cases.closed });
      await queryClient.invalidateQueries({ queryKey: ['stores', storeId] });
    },
  });
  const { question, leave } = useUnsavedGuard(note.trim() !== '' && !closing.isPending && !closing.isSuccess);
  const cancel = () => {
    setIsAsking(false);
    setNote('');
  };
  return (
    <>
      <Button onClick={() => setIsAsking(true)}>{t.cases.close}</Button>
      <Dialog title={t.cases.close} text={t.cases.closeText} isOpen={isAsking} onClose={() => leave(cancel)}>
        {question}
        <form
          className={styles['closing']}
          onSubmit={(event) => {
            event.preventDefault();
            closing.mutate();
          }}
        >
          <TextField
            label={t.cases.noteLabel}
            hint={t.cases.noteHint}
            rows={3}
            maxLength={2_000}
            value={note}
            onChange={({ target }) => setNote(target.value)}
          />
          <ProblemNotice error={closing.error} />
          <div className={styles['buttons']}>
            <Button type="submit" look="primary" isBusy={closing.isPending}>
              {t.cases.closeNow}
            </Button>
            <Button look="quiet" onClick={cancel}>
              {t.cases.cancel}
            </Button>
          </div>
        </form>
      </Dialog>
    </>
  );
}
