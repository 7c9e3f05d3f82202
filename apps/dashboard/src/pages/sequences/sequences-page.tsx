import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { BookOpen, Waypoints } from 'lucide-react';

import { sequencesQuery, type ListedSequence } from '../../api/sequences.ts';
import { buttonClass } from '../../components/button.tsx';
import { Card } from '../../components/card.tsx';
import { DataTable, type Column } from '../../components/data-table.tsx';
import { EmptyState } from '../../components/empty-state.tsx';
import { Page } from '../../components/page.tsx';
import { useFormats } from '../../formats/formats-context.ts';
import { useMessages } from '../../messages/messages-context.ts';
import { QueryState } from '../../shell/query-state.tsx';
import { useStore } from '../../shell/use-store.ts';
import { nameReason } from './name-reason.ts';
import { nameSequence } from './names.ts';
import { SequenceSwitch } from './sequence-switch.tsx';
import styles from './sequences.module.css';

const shownReasons = 3;

/** The store's sequences: on or off, who is under way, and what they sent and skipped lately. */
export function SequencesPage() {
  const t = useMessages();
  const formats = useFormats();
  const store = useStore();
  const sequences = useQuery(sequencesQuery(store.id));
  const columns: Column<ListedSequence>[] = [
    {
      header: t.sequences.name,
      cell: ({ id, key, name, enrollments: { completed, exited, failed } }) => (
        <div className={styles['name']}>
          <Link data-row to="/stores/$slug/sequences/$sequenceId" params={{ slug: store.slug, sequenceId: id }}>
            {nameSequence({ key, name }, t)}
          </Link>
          <span className={styles['facts']}>
            {`${t.sequences.everything}: ${[
              t.sequences.completed(formats.number(completed)),
              t.sequences.exited(formats.number(exited)),
              ...(failed > 0 ? [t.sequences.failed(formats.number(failed))] : []),
            ].join(' · ')}`}
          </span>
        </div>
      ),
    },
    { header: t.sequences.underWay, align: 'end', cell: ({ enrollments }) => formats.number(enrollments.active) },
    { header: t.sequences.sent30, align: 'end', cell: ({ recentMails }) => formats.number(recentMails.sent) },
    {
      header: t.sequences.skipped30,
      cell: ({ recentMails: { skipped } }) => (
        <div className={styles['name']}>
          <span>{formats.number(skipped.reduce((sum, { mails }) => sum + mails, 0))}</span>
          {skipped.length > 0 && (
            <span className={styles['facts']}>
              {skipped
                .slice(0, shownReasons)
                .map(({ reason, mails }) => `${nameReason(reason, t.sequences)} ${formats.number(mails)}`)
                .join(' · ')}
            </span>
          )}
        </div>
      ),
    },
    {
      header: t.sequences.state,
      align: 'end',
      cell: (sequence) => (
        <span className={styles['switch']}>
          <SequenceSwitch storeId={store.id} sequence={sequence} />
        </span>
      ),
    },
  ];
  return (
    <Page
      title={t.sequences.title}
      lead={t.sequences.lead}
      actions={
        <Link to="/stores/$slug/playbook" params={{ slug: store.slug }} className={buttonClass()}>
          <BookOpen size={16} aria-hidden />
          {t.sequences.playbook}
        </Link>
      }
    >
      <Card spacing="flush">
        <QueryState query={sequences}>
          {(all) =>
            all.length === 0 ? (
              <EmptyState icon={Waypoints} title={t.sequences.emptyTitle}>
                {t.sequences.emptyText}
              </EmptyState>
            ) : (
              <DataTable
                caption={t.sequences.title}
                onPhone="stacked"
                columns={columns}
                rows={all}
                keyOf={({ id }) => id}
              />
            )
          }
        </QueryState>
      </Card>
    </Page>
  );
}
