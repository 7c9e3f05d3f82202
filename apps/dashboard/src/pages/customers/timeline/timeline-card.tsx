import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import {
  Gift,
  HeartHandshake,
  Mail,
  MessageCircle,
  ScrollText,
  ShoppingBag,
  Tags,
  User,
  Waypoints,
} from 'lucide-react';
import { useState, type Ref } from 'react';

import { remarksOfCustomerQuery } from '../../../api/cases.ts';
import { timelineQuery } from '../../../api/customers.ts';
import { sequencesQuery } from '../../../api/sequences.ts';
import type { Store } from '../../../api/stores.ts';
import { Card } from '../../../components/card.tsx';
import { EmptyState } from '../../../components/empty-state.tsx';
import { MoreButton } from '../../../components/more-button.tsx';
import tones from '../../../components/tone.module.css';
import { useFormats } from '../../../formats/formats-context.ts';
import { useMessages } from '../../../messages/messages-context.ts';
import { QueryState } from '../../../shell/query-state.tsx';
import { nameSegment, nameSegmentKey } from '../../segments/name-segment.ts';
import { nameMail, nameSequence } from '../../sequences/names.ts';
import { describeRow } from './describe-row.ts';
import { timelineTopics, type TimelineEntry, type TimelineRow, type TimelineTopic } from './timeline-entry.ts';
import styles from './timeline.module.css';
import { TopicChoice } from './topic-choice.tsx';
import { useOrderInSight } from './use-order-in-sight.ts';
import { toName, type Words } from './words.ts';

const icons = {
  order: ShoppingBag,
  person: User,
  segment: Tags,
  sequence: Waypoints,
  mail: Mail,
  friend: HeartHandshake,
  reward: Gift,
  remark: MessageCircle,
} as const satisfies Record<TimelineEntry['topic'], unknown>;

export interface TimelineCardProps {
  readonly store: Store;
  readonly customerId: string;
  /** The order one came for, which is marked and brought into sight; null without one. */
  readonly orderId: string | null;
}

/** The story of one customer: what happened, what was decided, and why. */
export function TimelineCard({ store, customerId, orderId }: TimelineCardProps) {
  const t = useMessages();
  const formats = useFormats();
  const [topic, setTopic] = useState<TimelineTopic | 'all'>('all');
  const timeline = useInfiniteQuery(timelineQuery(store.id, customerId, topic === 'all' ? [] : timelineTopics[topic]));
  const sequences = useQuery(sequencesQuery(store.id));
  const remarks = useQuery(remarksOfCustomerQuery(store.id, customerId));
  const words: Words = {
    t: t.timeline,
    gates: t.gates,
    referrals: t.referrals,
    formats,
    sequenceName: (key) => {
      const sequence = sequences.data?.find((known) => known.key === key);
      return sequence === undefined ? toName(key) : nameSequence(sequence, t);
    },
    mailName: (key) => nameMail(key, t),
    segmentName: (key, name) => (name === undefined ? nameSegmentKey(key, t) : nameSegment({ key, name }, t)),
    wordsOf: (remarkId) => {
      const said = remarks.data?.get(remarkId)?.words ?? null;
      return said === null ? null : t.timeline.quoted(said);
    },
  };
  const rows = timeline.data?.pages.flatMap(({ data }) => data) ?? [];
  const isSought = ({ data }: TimelineRow) => orderId !== null && data['orderId'] === orderId;
  const first = rows.find(isSought);
  // Among the mails alone there is no order to be found.
  const bringIntoSight = useOrderInSight(topic === 'all' ? orderId : null, first !== undefined, timeline);
  return (
    <Card spacing="flush">
      <section aria-label={t.customers.timelineTitle}>
        <div className={styles['bar']}>
          <p className={styles['why']}>{t.customers.timelineNote(formats.timeZone)}</p>
          <TopicChoice topic={topic} onTopic={setTopic} />
        </div>
        <QueryState query={timeline} lines={8}>
          {() =>
            rows.length === 0 ? (
              <EmptyState
                icon={ScrollText}
                title={topic === 'all' ? t.customers.timelineEmptyTitle : t.timeline.nothingOfKind}
              >
                {topic === 'all' ? t.customers.timelineEmptyText : t.timeline.nothingOfKindText}
              </EmptyState>
            ) : (
              <>
                <ol className={styles['timeline']}>
                  {rows.map((row) => (
                    <Entry
                      key={row.id}
                      row={row}
                      words={words}
                      slug={store.slug}
                      isSought={isSought(row)}
                      at={row === first ? bringIntoSight : undefined}
                    />
                  ))}
                </ol>
                <MoreButton
                  hasMore={timeline.hasNextPage}
                  isBusy={timeline.isFetchingNextPage}
                  onMore={() => void timeline.fetchNextPage()}
                />
              </>
            )
          }
        </QueryState>
      </section>
    </Card>
  );
}

interface EntryProps {
  readonly row: TimelineRow;
  readonly words: Words;
  readonly slug: string;
  /** It tells of the order one came for. */
  readonly isSought: boolean;
  readonly at: Ref<HTMLLIElement> | undefined;
}

function Entry({ row, words, slug, isSought, at }: EntryProps) {
  const { title, why, rule, tone, topic, mailId } = describeRow(row, words);
  const Icon = icons[topic];
  return (
    <li
      ref={at}
      className={`${styles['entry']} ${row.isPending ? styles['isPending'] : ''}`}
      aria-current={isSought ? 'true' : undefined}
    >
      <span className={`${styles['icon']} ${tones[tone]}`}>
        <Icon size={16} aria-hidden />
      </span>
      <div className={styles['words']}>
        <p className={styles['title']}>{title}</p>
        {why !== null && why !== '' && <p className={styles['why']}>{why}</p>}
        {rule != null && rule !== '' && <p className={styles['rule']}>{rule}</p>}
        {mailId !== null && mailId !== '' && (
          <p className={styles['why']}>
            <Link to="/stores/$slug/mailbox/$mailId" params={{ slug, mailId }}>
              {words.t.readMail}
            </Link>
          </p>
        )}
      </div>
      <time className={styles['at']} dateTime={row.at}>
        {words.formats.dateTime(row.at)}
      </time>
    </li>
  );
}
