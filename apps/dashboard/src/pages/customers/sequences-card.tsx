import { useQuery } from '@tanstack/react-query';
import { CircleCheck, CircleDot, CircleMinus, CircleX } from 'lucide-react';

import { customerSequencesQuery, type SequenceVerdict } from '../../api/sequences.ts';
import type { Store } from '../../api/stores.ts';
import { Card } from '../../components/card.tsx';
import type { Formats } from '../../formats/formats.ts';
import { useFormats } from '../../formats/formats-context.ts';
import type { Messages } from '../../messages/en.ts';
import { useMessages } from '../../messages/messages-context.ts';
import { QueryState } from '../../shell/query-state.tsx';
import styles from './customers.module.css';

const icons = { active: CircleDot, completed: CircleCheck, exited: CircleMinus, failed: CircleX } as const;

/** Each sequence, and how this customer stands with it: under way, done, or why it never began. */
export function SequencesCard({ store, customerId }: { readonly store: Store; readonly customerId: string }) {
  const t = useMessages();
  const formats = useFormats();
  const verdicts = useQuery(customerSequencesQuery(store.id, customerId));
  return (
    <Card title={t.customers.sequencesTitle}>
      <QueryState query={verdicts} lines={3}>
        {(all) => (
          <ul className={styles['verdicts']}>
            {all.map((verdict) => {
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
                    <p className={styles['verdictName']}>{verdict.name}</p>
                    <p className={styles['verdictWhy']}>{standingOf(verdict, t, formats)}</p>
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

function standingOf({ enrollments, whyNot }: SequenceVerdict, { customers: t }: Messages, formats: Formats): string {
  const [latest] = enrollments;
  if (latest === undefined) return t.whyNot[whyNot ?? ''] ?? whyNot ?? '';
  switch (latest.status) {
    case 'active':
      return latest.dueAt === null ? t.underWayNow : t.underWay(formats.dateTime(latest.dueAt));
    case 'completed':
      return t.completed;
    case 'exited':
      return t.exited;
    case 'failed':
      return t.setAside;
  }
}
