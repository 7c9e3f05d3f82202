import { useInfiniteQuery, useQuery } from '@tanstack/react-query';

import { customersByIdQuery } from '../../../api/customers.ts';
import { enrollmentsQuery, type EnrollmentChoice } from '../../../api/sequences.ts';
import type { Store } from '../../../api/stores.ts';
import { MoreButton } from '../../../components/more-button.tsx';
import { useFormats } from '../../../formats/formats-context.ts';
import { useMessages } from '../../../messages/messages-context.ts';
import { QueryState } from '../../../shell/query-state.tsx';
import { CustomerLink } from '../../customers/customer-link.tsx';
import styles from './behind.module.css';

export interface BehindEnrollmentsProps {
  readonly store: Store;
  readonly sequenceId: string;
  readonly choice: EnrollmentChoice;
}

/** Who waits at a step, the next to go on first; or who ended with it, the last to begin first. */
export function BehindEnrollments({ store, sequenceId, choice }: BehindEnrollmentsProps) {
  const { sequences: t } = useMessages();
  const formats = useFormats();
  const enrollments = useInfiniteQuery(enrollmentsQuery(store.id, sequenceId, choice));
  const rows = enrollments.data?.pages.flatMap(({ data }) => data) ?? [];
  const { data: customers } = useQuery(
    customersByIdQuery(
      store.id,
      rows.map(({ customerId }) => customerId),
    ),
  );
  return (
    <QueryState query={enrollments} lines={4}>
      {() => (
        <>
          <ul className={styles['people']}>
            {rows.map(({ id, customerId, dueAt, enrolledAt }) => (
              <li key={id}>
                <CustomerLink store={store} customerId={customerId} customers={customers} />
                <span>
                  {dueAt === null ? t.behind.began(formats.date(enrolledAt)) : t.behind.goesOn(formats.dateTime(dueAt))}
                </span>
              </li>
            ))}
          </ul>
          <MoreButton
            hasMore={enrollments.hasNextPage}
            isBusy={enrollments.isFetchingNextPage}
            onMore={() => void enrollments.fetchNextPage()}
          />
        </>
      )}
    </QueryState>
  );
}
