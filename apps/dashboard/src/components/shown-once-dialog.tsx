import { Button } from './button.tsx';
import { CopyField } from './copy-field.tsx';
import { DialogActions } from './dialog-actions.tsx';
import { Dialog } from './dialog.tsx';
import styles from './shown-once-dialog.module.css';

export interface ShownOnceDialogProps {
  readonly title: string;
  readonly text: string;
  readonly secrets: readonly { readonly label: string; readonly text: string }[];
  /** The button, in the words of somebody who has put it away. */
  readonly done: string;
  readonly onClose: () => void;
}

/** What the server tells this once and never again, to be taken elsewhere. */
export function ShownOnceDialog({ title, text, secrets, done, onClose }: ShownOnceDialogProps) {
  return (
    <Dialog title={title} text={text} isOpen onClose={onClose}>
      <div className={styles['secrets']}>
        {secrets.map((secret) => (
          <CopyField key={secret.label} {...secret} />
        ))}
        <DialogActions>
          <Button look="primary" onClick={onClose}>
            {done}
          </Button>
        </DialogActions>
      </div>
    </Dialog>
  );
}
