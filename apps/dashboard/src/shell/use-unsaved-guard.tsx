import { useBlocker } from '@tanstack/react-router';
import { useState, type ReactNode } from 'react';

import { Button } from '../components/button.tsx';
import { DialogActions } from '../components/dialog-actions.tsx';
import { Dialog } from '../components/dialog.tsx';
import { useMessages } from '../messages/messages-context.ts';

export interface UnsavedGuard {
  /** To be drawn with the form; inside the dialog where the form stands in one. */
  readonly question: ReactNode;
  /** Goes where no address changes, as closing a dialog does; asks first where something would be lost. */
  readonly leave: (go: () => void) => void;
}

/** Asks before what was changed is lost: by a link, by the browser's own ways, by closing the tab or the dialog. */
export function useUnsavedGuard(isDirty: boolean): UnsavedGuard {
  const { unsaved: t } = useMessages().shell;
  const [wayOut, setWayOut] = useState<{ readonly go: () => void } | null>(null);
  const blocker = useBlocker({
    shouldBlockFn: ({ current, next }) => isDirty && current.pathname !== next.pathname,
    enableBeforeUnload: () => isDirty,
    withResolver: true,
  });
  const stay = () => {
    setWayOut(null);
    blocker.reset?.();
  };
  const leave = () => {
    setWayOut(null);
    blocker.proceed?.();
    wayOut?.go();
  };
  return {
    question: (
      <Dialog title={t.title} text={t.text} isOpen={wayOut !== null || blocker.status === 'blocked'} onClose={stay}>
        <DialogActions>
          <Button onClick={leave}>{t.leave}</Button>
          <Button look="primary" onClick={stay}>
            {t.stay}
          </Button>
        </DialogActions>
      </Dialog>
    ),
    leave: (go) => (isDirty ? setWayOut({ go }) : go()),
  };
}
