import { useMutation, useQueryClient } from '@tanstack/react-query';

import { peopleQuery, removePerson } from '../../api/people.ts';
import { Button } from '../../components/button.tsx';
import { DialogActions } from '../../components/dialog-actions.tsx';
import { Dialog } from '../../components/dialog.tsx';
import { useToast } from '../../components/toast-context.ts';
import { useMessages } from '../../messages/messages-context.ts';
import { ProblemNotice } from '../../shell/problem-notice.tsx';
import type { PersonDialogProps } from './change-dialog.tsx';
import styles from './people.module.css';

/** Makes sure before somebody is taken out. */
export function RemoveDialog({ person, onClose }: PersonDialogProps) {
  const t = useMessages();
  const toast = useToast();
  const queryClient = useQueryClient();
  const removing = useMutation({
    mutationFn: () => removePerson(person.id),
    onSuccess: async () => {
      await queryClient.invalidateQueries({ queryKey: peopleQuery.queryKey });
      toast({ text: t.people.removed(person.name) });
      onClose();
    },
  });
  return (
    <Dialog title={t.people.removeTitle(person.name)} text={t.people.removeText} isOpen onClose={onClose}>
      <div className={styles['form']}>
        <ProblemNotice error={removing.error} />
        <DialogActions>
          <Button onClick={onClose}>{t.common.cancel}</Button>
          <Button look="danger" isBusy={removing.isPending} onClick={() => removing.mutate()}>
            {t.people.removeConfirm}
          </Button>
        </DialogActions>
      </div>
    </Dialog>
  );
}
