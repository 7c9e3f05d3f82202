import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Download } from 'lucide-react';

import { answerDataRequest, openDataRequestsQuery, toExportPath } from '../../api/privacy.ts';
import { Button, buttonClass } from '../../components/button.tsx';
import { Card } from '../../components/card.tsx';
import { useToast } from '../../components/toast-context.ts';
import { useFormats } from '../../formats/formats-context.ts';
import { useMessages } from '../../messages/messages-context.ts';
import { ProblemNotice } from '../../shell/problem-notice.tsx';
import { useMay } from '../../shell/use-may.ts';
import styles from './data-requests.module.css';

export interface DataRequestsCardProps {
  readonly storeId: string;
  readonly slug: string;
}

/** People who asked for a copy of their data and wait for it; nothing where nobody waits. */
export function DataRequestsCard({ storeId, slug }: DataRequestsCardProps) {
  const t = useMessages();
  const formats = useFormats();
  const toast = useToast();
  const queryClient = useQueryClient();
  const mayAnswer = useMay('customers.write');
  const { data: requests = [] } = useQuery({ ...openDataRequestsQuery(storeId), enabled: mayAnswer });
  const answering = useMutation({
    mutationFn: (requestId: string) => answerDataRequest(storeId, requestId),
    onSuccess: async () => {
      toast({ text: t.privacy.answered });
      await queryClient.invalidateQueries({ queryKey: ['stores', storeId] });
    },
  });
  if (!mayAnswer || requests.length === 0) return null;
  return (
    <div id="requests">
      <Card title={t.privacy.title} note={t.privacy.note}>
        <ul className={styles['requests']}>
          {requests.map(({ id, customerId, requestKey, askedAt, dueAt }) => (
            <li key={id} className={styles['request']}>
              <div>
                <p>{t.privacy.asked(formats.date(askedAt), formats.date(dueAt))}</p>
                <p className={styles['who']}>
                  {customerId === null ? (
                    t.privacy.nobody
                  ) : (
                    <Link to="/stores/$slug/customers/$customerId" params={{ slug, customerId }}>
                      {t.privacy.who}
                    </Link>
                  )}{' '}
                  · {t.privacy.number(requestKey)}
                </p>
              </div>
              <div className={styles['buttons']}>
                {customerId !== null && (
                  <a className={buttonClass('secondary')} href={toExportPath(storeId, customerId)} download>
                    <Download size={16} aria-hidden />
                    {t.privacy.download}
                  </a>
                )}
                <Button
                  look="quiet"
                  isBusy={answering.isPending && answering.variables === id}
                  onClick={() => answering.mutate(id)}
                >
                  {t.privacy.markAnswered}
                </Button>
              </div>
            </li>
          ))}
        </ul>
        <ProblemNotice error={answering.error} />
      </Card>
    </div>
  );
}
