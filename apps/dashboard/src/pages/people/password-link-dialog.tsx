import { useMutation } from '@tanstack/react-query';

import { makePasswordLink } from '../../api/people.ts';
import { Button } from '../../components/button.tsx';
import { DialogActions } from '../../components/dialog-actions.tsx';
import { Dialog } from '../../components/dialog.tsx';
import { ShownOnceDialog } from '../../components/shown-once-dialog.tsx';
import { useMessages } from '../../messages/messages-context.ts';
import { ProblemNotice } from '../../shell/problem-notice.tsx';
import type { PersonDialogProps } from './change-dialog.tsx';
import styles from './people.module.css';

/** Says what a link to a new password does; then shows it, this once. */
export function PasswordLinkDialog({ person, onClose }: PersonDialogProps) {
  const t = useMessages();
  const making = useMutation({ mutationFn: () => makePasswordLink(person.id) });
  const title = t.people.newPasswordTitle(person.name);
  if (making.data !== undefined) {
    return (
      <ShownOnceDialog
        title={title}
        text={t.people.newPasswordLinkText(person.email)}
        secrets={[{ label: t.people.link, text: making.data.link }]}
        done={t.people.linkDone}
        onClose={onClose}
      />
    );
  }
  return (
    <Dialog title={title} text={t.people.newPasswordText} isOpen onClose={onClose}>
      <div className={styles['form']}>
        <ProblemNotice error={making.error} />
        <DialogActions>
          <Button onClick={onClose}>{t.common.cancel}</Button>
          <Button look="primary" isBusy={making.isPending} onClick={() => making.mutate()}>
            {t.people.inviteSubmit}
          </Button>
        </DialogActions>
      </div>
    </Dialog>
  );
}
