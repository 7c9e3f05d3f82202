import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Inbox } from 'lucide-react';

import { mailboxQuery, type MailboxSummary } from '../../api/mailbox.ts';
import { buttonClass } from '../../components/button.tsx';
import { Card } from '../../components/card.tsx';
import { EmptyState } from '../../components/empty-state.tsx';
import { MoreButton } from '../../components/more-button.tsx';
import { Page } from '../../components/page.tsx';
import { Table, type Column } from '../../components/table.tsx';
import { useFormats } from '../../formats/formats-context.ts';
import { useMessages } from '../../messages/messages-context.ts';
import { QueryState } from '../../shell/query-state.tsx';
import { useNow } from '../../shell/use-now.ts';
import { useStore } from '../../shell/use-store.ts';
import styles from './mailbox.module.css';

/** The mail that was caught here. */
export function MailboxPage() {
  const t = useMessages();
  const formats = useFormats();
  const nowMs = useNow();
  const store = useStore();
  const mailbox = useInfiniteQuery(mailboxQuery(store.id));
  const rows = mailbox.data?.pages.flatMap(({ data }) => data) ?? [];
  const columns: Column<MailboxSummary>[] = [
    {
      header: t.mailbox.subject,
      cell: ({ id, subject, sender, readAt }) => (
        <div className={`${styles['subject']} ${readAt === null ? styles['isUnread'] : styles['isRead']}`}>
          <Link data-row to="/stores/$slug/mailbox/$mailId" params={{ slug: store.slug, mailId: id }}>
            {readAt === null && <span className="visually-hidden">{t.mailbox.unread} </span>}
            {subject}
          </Link>
          <span className={styles['from']}>{sender}</span>
        </div>
      ),
    },
    { header: t.mailbox.to, shown: 'wide', cell: ({ recipient }) => recipient },
    { header: t.mailbox.received, align: 'end', cell: ({ receivedAt }) => formats.ago(receivedAt, nowMs) },
  ];
  return (
    <Page title={t.mailbox.title} lead={t.mailbox.lead}>
      <Card spacing="flush">
        <QueryState query={mailbox} lines={6}>
          {() =>
            rows.length === 0 ? (
              <EmptyState
                icon={Inbox}
                title={t.mailbox.emptyTitle}
                action={
                  <Link to="/stores/$slug" params={{ slug: store.slug }} className={buttonClass('primary')}>
                    {t.mailbox.toStart}
                  </Link>
                }
              >
                {t.mailbox.emptyText}
              </EmptyState>
            ) : (
              <>
                <Table caption={t.mailbox.title} columns={columns} rows={rows} keyOf={({ id }) => id} />
                <MoreButton
                  hasMore={mailbox.hasNextPage}
                  isBusy={mailbox.isFetchingNextPage}
                  onMore={() => void mailbox.fetchNextPage()}
                />
              </>
            )
          }
        </QueryState>
      </Card>
    </Page>
  );
}
