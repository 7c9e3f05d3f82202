import { useQuery } from '@tanstack/react-query';
import { MessageCircleQuestionMark, Reply } from 'lucide-react';

import { casesOfCustomerQuery } from '../../api/cases.ts';
import { buttonClass } from '../../components/button.tsx';
import { Card } from '../../components/card.tsx';
import { useFormats } from '../../formats/formats-context.ts';
import { useMessages } from '../../messages/messages-context.ts';
import { useMay } from '../../shell/use-may.ts';
import styles from './cases.module.css';
import { CloseCase } from './close-case.tsx';
import { RemarkItem } from './remark-item.tsx';
import { toAnswerLink } from './to-answer-link.ts';

export interface CasesCardProps {
  readonly storeId: string;
  readonly customerId: string;
  readonly email: string | null;
}

/** What the customer said that waits for an answer, above all else on their page; nothing where nothing waits. */
export function CasesCard({ storeId, customerId, email }: CasesCardProps) {
  const t = useMessages();
  const formats = useFormats();
  const mayClose = useMay('cases.write');
  const { data: cases = [] } = useQuery(casesOfCustomerQuery(storeId, customerId));
  const open = cases.find(({ state }) => state === 'open');
  const closed = cases.filter(({ state }) => state === 'closed');
  if (open === undefined && closed.length === 0) return null;
  return (
    <>
      {open !== undefined && (
        <div className={styles['open']}>
          <Card
            title={t.cases.openTitle}
            note={t.cases.openNote(formats.dateTime(open.openedAt))}
            action={<MessageCircleQuestionMark className={styles['icon']} size={18} aria-hidden />}
          >
            <ul className={styles['remarks']}>
              {open.remarks.map((remark) => (
                <RemarkItem key={remark.id} remark={remark} />
              ))}
            </ul>
            <div className={styles['buttons']}>
              {email !== null && (
                <a className={buttonClass('primary')} href={toAnswerLink(email, open.remarks)}>
                  <Reply size={16} aria-hidden />
                  <span>{t.cases.answer(email)}</span>
                </a>
              )}
              {mayClose && <CloseCase key={open.id} storeId={storeId} caseId={open.id} />}
            </div>
          </Card>
        </div>
      )}
      {closed.length > 0 && (
        <details className={styles['earlier']}>
          <summary>{t.cases.earlier(closed.length)}</summary>
          {closed.map(({ id, closedAt, closingNote, remarks }) => (
            <Card key={id}>
              <ul className={styles['remarks']}>
                {remarks.map((remark) => (
                  <RemarkItem key={remark.id} remark={remark} />
                ))}
              </ul>
              <p className={styles['closedNote']}>
                {closedAt !== null && t.cases.closedOn(formats.dateTime(closedAt))}
                {closingNote !== null && <span>{closingNote}</span>}
              </p>
            </Card>
          ))}
        </details>
      )}
    </>
  );
}
