import { useInfiniteQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { ChevronDown, ChevronUp } from 'lucide-react';
import { useEffect } from 'react';

import { mailboxQuery } from '../../api/mailbox.ts';
import { Button } from '../../components/button.tsx';
import { useMessages } from '../../messages/messages-context.ts';
import { useStore } from '../../shell/use-store.ts';
import { toMailboxFilter, type MailboxSearch } from './mailbox-search.ts';

/** The ways from one mail to the newer and the older one in the list it was opened from: by button, or by k and j. */
export function Neighbours({ mailId, filter }: { readonly mailId: string; readonly filter: MailboxSearch }) {
  const { mailbox: t } = useMessages();
  const store = useStore();
  const navigate = useNavigate();
  const { data, hasNextPage, fetchNextPage } = useInfiniteQuery(mailboxQuery(store.id, toMailboxFilter(filter)));
  const mails = data?.pages.flatMap((page) => page.data) ?? [];
  const at = mails.findIndex(({ id }) => id === mailId);
  const newer = at > 0 ? mails[at - 1]?.id : undefined;
  const older = at === -1 ? undefined : mails[at + 1]?.id;
  const isLast = at !== -1 && at === mails.length - 1;
  useEffect(() => {
    if (isLast && hasNextPage) void fetchNextPage();
  }, [isLast, hasNextPage, fetchNextPage]);

  const open = (id: string | undefined) => {
    if (id === undefined) return;
    void navigate({
      to: '/stores/$slug/mailbox/$mailId',
      params: { slug: store.slug, mailId: id },
      search: filter,
      replace: true,
      resetScroll: false,
    });
  };
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      const isTyping = event.target instanceof HTMLElement && event.target.closest('input, textarea, select') !== null;
      if (isTyping || event.ctrlKey || event.metaKey || event.altKey) return;
      if (event.key === 'j') open(older);
      if (event.key === 'k') open(newer);
    };
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  });
  return (
    <>
      <Button aria-label={t.newer} title={`${t.newer} (k)`} disabled={newer === undefined} onClick={() => open(newer)}>
        <ChevronUp size={16} aria-hidden />
      </Button>
      <Button aria-label={t.older} title={`${t.older} (j)`} disabled={older === undefined} onClick={() => open(older)}>
        <ChevronDown size={16} aria-hidden />
      </Button>
    </>
  );
}
