import { useInfiniteQuery } from '@tanstack/react-query';
import { Link, useSearch } from '@tanstack/react-router';
import { Inbox } from 'lucide-react';

import { mailboxQuery, type MailboxSummary } from '../../api/mailbox.ts';
import { buttonClass } from '../../components/button.tsx';
import { Card } from '../../components/card.tsx';
import { DataTable, type Column } from '../../components/data-table.tsx';
import { EmptyState } from '../../components/empty-state.tsx';
import { MoreButton } from '../../components/more-button.tsx';
import { nameInMailbox } from '../../components/name-in-mailbox.ts';
import { Page } from '../../components/page.tsx';
import { useFormats } from '../../formats/formats-context.ts';
import { useMessages } from '../../messages/messages-context.ts';
import { QueryState } from '../../shell/query-state.tsx';
import { useNow } from '../../shell/use-now.ts';
import { useStore } from '../../shell/use-store.ts';
import { nameMail } from '../sequences/names.ts';
import { MailboxFilters } from './mailbox-filters.tsx';
import { toMailboxFilter } from './mailbox-search.ts';
import styles from './mailbox.module.css';

/** The mail that was caught here. */
export function MailboxPage() {
  const t = useMessages();
  const formats = useFormats();
  const nowMs = useNow();
  const store = useStore();
  const search = useSearch({ from: '/inside/stores/$slug/mailbox' });
  const isNarrowed = search.customer !== undefined || search.template !== undefined;
  const mailbox = useInfiniteQuery(mailboxQuery(store.id, toMailboxFilter(search)));
  const rows = mailbox.data?.pages.flatMap(({ data }) => data) ?? [];
  const isEmpty = mailbox.data !== undefined && rows.length === 0 && !isNarrowed;
  const columns: Column<MailboxSummary>[] = [
    {
      header: t.mailbox.subject,
      cell: ({ id, subject, recipient, readAt }) => (
        <div className={`${styles['subject']} ${readAt === null ? styles['isUnread'] : styles['isRead']}`}>
          <Link data-row to="/stores/$slug/mailbox/$mailId" params={{ slug: store.slug, mailId: id }} search={search}>
            {readAt === null && <span className="visually-hidden">{t.mailbox.unread} </span>}
            {subject}
          </Link>
          <span className={styles['toOnPhone']}>{nameInMailbox(recipient)}</span>
        </div>
      ),
    },
    {
      header: t.mailbox.to,
      shown: 'wide',
      cell: ({ recipient }) => <span className={styles['to']}>{recipient}</span>,
    },
    {
      header: t.mailbox.template,
      shown: 'wide',
      cell: ({ templateKey }) => (
        <span className={styles['template']}>{templateKey === null ? '' : nameMail(templateKey, t)}</span>
      ),
    },
    { header: t.mailbox.received, align: 'end', cell: ({ receivedAt }) => formats.ago(receivedAt, nowMs) },
  ];
  return (
    <Page title={t.mailbox.title} lead={t.mailbox.lead} width="full">
      {!isEmpty && <MailboxFilters store={store} search={search} />}
      <Card spacing="flush">
        <QueryState query={mailbox} lines={6}>
          {() =>
            rows.length === 0 && !isEmpty ? (
              <EmptyState icon={Inbox} title={t.mailbox.nothingFits}>
                {t.mailbox.nothingFitsText}
              </EmptyState>
            ) : isEmpty ? (
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
                <DataTable
                  caption={t.mailbox.title}
                  columns={columns}
                  rows={rows}
                  keyOf={({ id }) => id}
                  density="dense"
                />
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
