import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link, useParams, useSearch } from '@tanstack/react-router';
import { ArrowLeft } from 'lucide-react';
import { useEffect } from 'react';

import { toProblemDetails } from '../../api/api-error.ts';
import { mailboxKey, mailQuery, markMailRead, messageQuery } from '../../api/mailbox.ts';
import { buttonClass } from '../../components/button.tsx';
import { Card } from '../../components/card.tsx';
import { Definitions } from '../../components/definitions.tsx';
import { Page } from '../../components/page.tsx';
import { useFormats } from '../../formats/formats-context.ts';
import { useMessages } from '../../messages/messages-context.ts';
import { QueryState } from '../../shell/query-state.tsx';
import { useMay } from '../../shell/use-may.ts';
import { useStore } from '../../shell/use-store.ts';
import { MissingPage } from '../missing-page.tsx';
import { MailView } from './mail-view.tsx';
import styles from './mailbox.module.css';
import { Neighbours } from './neighbours.tsx';
import { ReplyCard } from './reply-card.tsx';

/** One mail of the mailbox. Opening it marks it as read. */
export function MailPage() {
  const t = useMessages();
  const formats = useFormats();
  const store = useStore();
  const queryClient = useQueryClient();
  const mayMark = useMay('messages.write');
  const { mailId } = useParams({ from: '/inside/stores/$slug/mailbox/$mailId' });
  const filter = useSearch({ from: '/inside/stores/$slug/mailbox/$mailId' });
  const mail = useQuery(mailQuery(store.id, mailId));
  const message = useQuery(messageQuery(store.id, mailId));
  const { mutate: markRead } = useMutation({
    mutationFn: () => markMailRead(store.id, mailId),
    onSuccess: () => queryClient.invalidateQueries({ queryKey: mailboxKey(store.id) }),
  });
  const isUnread = mail.data !== undefined && mail.data.readAt === null;
  useEffect(() => {
    if (isUnread && mayMark) markRead();
  }, [isUnread, mayMark, markRead]);
  if (toProblemDetails(mail.error).status === 404) return <MissingPage />;
  const customerId = message.data?.customerId ?? null;
  return (
    <Page
      title={mail.data?.subject ?? t.mailbox.title}
      above={
        <Link to="/stores/$slug/mailbox" params={{ slug: store.slug }} search={filter}>
          <ArrowLeft size={15} aria-hidden />
          {t.mailbox.back}
        </Link>
      }
      actions={
        <div className={styles['choices']}>
          <Neighbours mailId={mailId} filter={filter} />
          {customerId !== null && (
            <Link
              to="/stores/$slug/customers/$customerId"
              params={{ slug: store.slug, customerId }}
              className={buttonClass()}
            >
              {t.mailbox.customer}
            </Link>
          )}
        </div>
      }
    >
      <Card spacing="flush">
        <QueryState query={mail} lines={8}>
          {({ receivedAt, ...shown }) => (
            <>
              <div className={styles['head']}>
                <Definitions
                  items={[
                    { name: t.mailbox.from, value: shown.sender },
                    { name: t.mailbox.to, value: shown.recipient },
                    { name: t.mailbox.received, value: formats.dateTime(receivedAt) },
                  ]}
                />
              </div>
              <MailView mail={shown} />
            </>
          )}
        </QueryState>
      </Card>
      {customerId !== null && mayMark && <ReplyCard key={mailId} mailId={mailId} customerId={customerId} />}
    </Page>
  );
}
