import { useState } from 'react';

import { Button } from '../../components/button.tsx';
import { Card } from '../../components/card.tsx';
import { Dialog } from '../../components/dialog.tsx';
import { Field } from '../../components/field.tsx';
import { useToast } from '../../components/toast-context.ts';
import { useMessages } from '../../messages/messages-context.ts';
import styles from './design.module.css';

export function DialogsSection() {
  const { design: t, common } = useMessages();
  const [isOpen, setOpen] = useState(false);
  const toast = useToast();
  return (
    <Card title={t.dialogs}>
      <div className={styles['row']}>
        <Button onClick={() => setOpen(true)}>{t.openDialog}</Button>
        <Button onClick={() => toast({ text: t.toast, undo: () => toast({ text: t.toastBack }) })}>
          {t.showToast}
        </Button>
      </div>
      <Dialog title={t.dialogTitle} text={t.dialogText} isOpen={isOpen} onClose={() => setOpen(false)}>
        <div className={styles['stack']}>
          <Field label={t.email} type="email" />
          <Button look="primary" onClick={() => setOpen(false)}>
            {common.close}
          </Button>
        </div>
      </Dialog>
    </Card>
  );
}
