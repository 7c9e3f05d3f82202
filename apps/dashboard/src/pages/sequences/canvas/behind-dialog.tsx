import type { Store } from '../../../api/stores.ts';
import { Dialog } from '../../../components/dialog.tsx';
import { useMessages } from '../../../messages/messages-context.ts';
import type { Behind } from './behind.ts';
import { BehindEnrollments } from './behind-enrollments.tsx';
import { BehindMails } from './behind-mails.tsx';

export interface BehindDialogProps {
  readonly store: Store;
  readonly sequenceId: string;
  readonly behind: Behind;
  readonly onClose: () => void;
}

/** The customers behind a count, each a way to their page. */
export function BehindDialog({ store, sequenceId, behind, onClose }: BehindDialogProps) {
  const { sequences: t } = useMessages();
  return (
    <Dialog title={behind.title} text={t.behind.text} isOpen onClose={onClose}>
      {behind.kind === 'mails' ? (
        <BehindMails store={store} choice={{ sequenceId, ...behind.choice }} />
      ) : (
        <BehindEnrollments store={store} sequenceId={sequenceId} choice={behind.choice} />
      )}
    </Dialog>
  );
}
