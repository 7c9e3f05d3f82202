import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';

import { mailQuery } from '../../api/mailbox.ts';
import { sequencesQuery } from '../../api/sequences.ts';
import type { Store } from '../../api/stores.ts';
import { Button, buttonClass } from '../../components/button.tsx';
import { Card } from '../../components/card.tsx';
import { Notice } from '../../components/notice.tsx';
import { useFormats } from '../../formats/formats-context.ts';
import { useMessages } from '../../messages/messages-context.ts';
import { ProblemNotice } from '../../shell/problem-notice.tsx';
import { nameOf } from '../customers/customer-name.ts';
import { toName } from '../customers/timeline/words.ts';
import { nameSegment } from '../segments/name-segment.ts';
import { nameSequence } from '../sequences/names.ts';
import { RoomList, type RoomListProps } from './room-list.tsx';
import styles from './start.module.css';
import { useWalk } from './use-walk.ts';

/** The one button of the first hour: an order goes through every room while one watches. */
export function WalkCard({ store }: { readonly store: Store }) {
  const t = useMessages();
  const formats = useFormats();
  const { phase, isReceived, isSlow, walk, tookMs, error, start } = useWalk(store.id);
  const { customer, segments, sequenceKey, waitsUntil, mailId } = walk;
  const mail = useQuery({ ...mailQuery(store.id, mailId ?? ''), enabled: mailId !== null });
  const sequences = useQuery(sequencesQuery(store.id));
  const sequence = sequences.data?.find(({ key }) => key === sequenceKey);
  const sequenceName = sequence === undefined ? toName(sequenceKey ?? '') : nameSequence(sequence, t);

  const { rooms } = t.start;
  const said: RoomListProps['said'] = {
    ...(isReceived && phase !== 'before' ? { received: rooms.received.done } : {}),
    ...(customer === null ? {} : { customer: rooms.customer.done(nameOf(customer, t)) }),
    ...(segments.length === 0
      ? {}
      : { segment: rooms.segment.done(formats.list(segments.map((segment) => nameSegment(segment, t)))) }),
    ...(sequenceKey === null
      ? {}
      : {
          sequence:
            waitsUntil === null
              ? rooms.sequence.done(sequenceName)
              : rooms.sequence.waits(sequenceName, formats.time(waitsUntil)),
        }),
    ...(mailId === null
      ? {}
      : { mail: mail.data === undefined ? rooms.mail.sent : rooms.mail.done(mail.data.subject) }),
  };

  return (
    <Card spacing="flush">
      <div className={styles['hero']}>
        <div className={styles['words']}>
          <h2 className={styles['heroTitle']}>{t.start.buttonTitle}</h2>
          <p className={styles['text']}>{t.start.buttonText}</p>
          <Button
            look={phase === 'done' ? 'secondary' : 'primary'}
            size="large"
            isBusy={phase === 'walking'}
            onClick={start}
          >
            {phase === 'walking' ? t.start.working : phase === 'done' ? t.start.again : t.start.button}
          </Button>
          {phase === 'done' && mailId !== null && customer !== null && (
            <>
              <div className={styles['done']}>
                <Link
                  to="/stores/$slug/mailbox/$mailId"
                  params={{ slug: store.slug, mailId }}
                  className={buttonClass('primary')}
                >
                  {t.start.openMail}
                </Link>
                <Link
                  to="/stores/$slug/customers/$customerId"
                  params={{ slug: store.slug, customerId: customer.id }}
                  className={buttonClass()}
                >
                  {t.start.openCustomer}
                </Link>
              </div>
              {tookMs !== null && <p className={styles['took']}>{t.start.took((tookMs / 1_000).toFixed(1))}</p>}
            </>
          )}
          {isSlow && (
            <Notice tone="attention">
              <p>{t.start.slow}</p>
              <Link to="/health">{t.start.toHealth}</Link>
            </Notice>
          )}
          <ProblemNotice error={error} />
        </div>
        <RoomList said={said} isWalking={phase === 'walking'} />
      </div>
    </Card>
  );
}
