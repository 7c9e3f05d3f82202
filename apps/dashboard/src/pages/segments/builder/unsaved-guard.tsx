import { useBlocker } from '@tanstack/react-router';

import { Button } from '../../../components/button.tsx';
import { Dialog } from '../../../components/dialog.tsx';
import { useMessages } from '../../../messages/messages-context.ts';
import styles from './builder.module.css';

/** Asks before what was changed is lost: by a link, by the browser's own ways, by closing the tab. */
export function UnsavedGuard({ isDirty }: { readonly isDirty: () => boolean }) {
  const t = useMessages();
  const blocker = useBlocker({ shouldBlockFn: isDirty, enableBeforeUnload: isDirty, withResolver: true });
  return (
    <Dialog
      title={t.segments.leaveTitle}
      text={t.segments.leaveText}
      isOpen={blocker.status === 'blocked'}
      onClose={() => blocker.reset?.()}
    >
      <div className={styles['foot']}>
        <Button onClick={() => blocker.proceed?.()}>{t.segments.leave}</Button>
        <Button look="primary" onClick={() => blocker.reset?.()}>
          {t.segments.stay}
        </Button>
      </div>
    </Dialog>
  );
}
