import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { CircleCheck, CircleDot, CircleMinus, CircleX } from 'lucide-react';

import type { Customer } from '../../api/customers.ts';
import { customerSequencesQuery, type SequenceVerdict } from '../../api/sequences.ts';
import type { Store } from '../../api/stores.ts';
import { Card } from '../../components/card.tsx';
import type { Formats } from '../../formats/formats.ts';
import { useFormats } from '../../formats/formats-context.ts';
import type { Messages } from '../../messages/en.ts';
import { useMessages } from '../../messages/messages-context.ts';
import { QueryState } from '../../shell/query-state.tsx';
import { nameMail, nameSequence } from '../sequences/names.ts';
import { nameSegmentKey } from '../segments/name-segment.ts';
import styles from './customers.module.css';
import { mainValueOf } from './main-value.ts';
import { useHasOpenCase } from './use-has-open-case.ts';

const icons = { active: CircleDot, completed: CircleCheck, exited: CircleMinus, failed: CircleX } as const;

/** Each sequence, and how this customer stands with it: under way, done, or why it never began. */
export function SequencesCard({ store, customer }: { readonly store: Store; readonly customer: Customer }) {
  const t = useMessages();
  const formats = useFormats();
  const hasOpenCase = useHasOpenCase(store.id, customer.id);
  const verdicts = useQuery(customerSequencesQuery(store.id, customer.id));
  const orderCount = mainValueOf(customer, store.currency)?.orderCount ?? 0;
  return (
    <Card title={t.customers.sequencesTitle}>
      <QueryState query={verdicts} lines={3}>
        {(all) => (
          <ul className={styles['verdicts']}>
            {[...all].sort(byStanding).map((verdict) => {
              const status = verdict.enrollments[0]?.status;
              const Icon = status === undefined ? CircleMinus : icons[status];
              return (
                <li key={verdict.sequenceId} className={styles['verdict']}>
                  <Icon
                    size={17}
                    className={status === 'active' || status === 'completed' ? styles['isIn'] : styles['isOut']}
                    aria-hidden
                  />
                  <div>
                    <p className={styles['verdictName']}>
                      <Link
                        to="/stores/$slug/sequences/$sequenceId"
                        params={{ slug: store.slug, sequenceId: verdict.sequenceId }}
                      >
                        {nameSequence(verdict, t)}
                      </Link>
                    </p>
                    <p className={styles['verdictWhy']}>{standingOf(verdict, orderCount, t, formats)}</p>
                    {hasOpenCase && status === 'active' && (
                      <p className={styles['verdictWhy']}>{t.cases.holdsSequence}</p>
                    )}
                    {verdict.status !== 'live' && status === 'active' && (
                      <p className={styles['verdictWhy']}>{t.customers.pausedSequence}</p>
                    )}
                  </div>
                </li>
              );
            })}
          </ul>
        )}
      </QueryState>
    </Card>
  );
}

const order = ['active', 'failed', 'exited', 'completed'];

/** What is under way first, what never began last. */
function byStanding(a: SequenceVerdict, b: SequenceVerdict): number {
  const rank = ({ enrollments: [latest] }: SequenceVerdict) =>
    latest === undefined ? order.length : order.indexOf(latest.status);
  return rank(a) - rank(b);
}

function standingOf(
  { enrollments, whyNot, fromPurchase }: SequenceVerdict,
  orderCount: number,
  messages: Messages,
  formats: Formats,
): string {
  const { customers: t } = messages;
  const [latest] = enrollments;
  if (latest === undefined && whyNot === 'purchase_number' && orderCount < fromPurchase)
    return t.beginsLater(fromPurchase, formats.number(orderCount));
  if (latest === undefined) return t.whyNot[whyNot ?? ''] ?? whyNot ?? '';
  switch (latest.status) {
    case 'active':
      return latest.dueAt === null ? t.underWayNow : describeNext(latest, formats.dateTime(latest.dueAt), messages);
    case 'completed':
      return t.completed;
    case 'exited':
      return t.exits[latest.reason ?? ''] ?? t.exited;
    case 'failed':
      return t.setAside;
  }
}

function describeNext({ next }: SequenceVerdict['enrollments'][number], date: string, messages: Messages): string {
  const t = messages.customers.next;
  switch (next?.kind) {
    case undefined:
      return t.end(date);
    case 'send':
      return t.send(nameMail(next.templateKey ?? '', messages), date);
    case 'branch':
      return t.branch(nameSegmentKey(next.segmentKey ?? '', messages), date);
    case 'reward':
      return t.reward(date);
    case 'exit':
      return t.exit(date);
    default:
      return t.wait(date);
  }
}
