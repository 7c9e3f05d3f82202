import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { Archive } from 'lucide-react';
import { useState } from 'react';

import { archiveSegment, restoreSegment, type Segment } from '../../api/segments.ts';
import type { Store } from '../../api/stores.ts';
import { Button } from '../../components/button.tsx';
import { Dialog } from '../../components/dialog.tsx';
import { useToast } from '../../components/toast-context.ts';
import { useMessages } from '../../messages/messages-context.ts';
import { nameSegment } from './name-segment.ts';
import { ProblemNotice } from '../../shell/problem-notice.tsx';
import styles from './segments.module.css';
import { UsesList } from './uses-list.tsx';

/** Sets the segment aside, with a way back; says which sequences stand in the way, if any do. */
export function ArchiveButton({ store, segment }: { readonly store: Store; readonly segment: Segment }) {
  const t = useMessages();
  const toast = useToast();
  const navigate = useNavigate();
  const queryClient = useQueryClient();
  const [isStopped, setStopped] = useState(false);
  const refresh = () => queryClient.invalidateQueries({ queryKey: ['stores', store.id, 'segments'] });
  const list = { to: '/stores/$slug/segments', params: { slug: store.slug } } as const;
  const undo = async () => {
    try {
      await restoreSegment(store.id, segment.id);
    } catch {
      // Where it is now, with the button that tells why it cannot come back.
      await navigate({ ...list, search: { state: 'archived' } });
    }
    await refresh();
  };
  const archiving = useMutation({
    mutationFn: () => archiveSegment(store.id, segment.id),
    onSuccess: async () => {
      toast({ text: t.segments.archived(nameSegment(segment, t)), undo: () => void undo() });
      await navigate(list);
      await refresh();
    },
  });
  const inTheWay = segment.usedBy.filter(({ status }) => status === 'live');
  return (
    <>
      <Button
        isBusy={archiving.isPending}
        onClick={() => (inTheWay.length > 0 ? setStopped(true) : archiving.mutate())}
      >
        <Archive size={16} aria-hidden />
        {t.segments.archive}
      </Button>
      <Dialog
        title={t.segments.inUseTitle}
        text={t.segments.inUseText}
        isOpen={isStopped}
        onClose={() => setStopped(false)}
      >
        <UsesList store={store} uses={inTheWay} />
        <div className={styles['foot']}>
          <Button look="primary" onClick={() => setStopped(false)}>
            {t.common.close}
          </Button>
        </div>
      </Dialog>
      <ProblemNotice error={archiving.error} />
    </>
  );
}
