import { useInfiniteQuery, useQuery } from '@tanstack/react-query';

import { customersByIdQuery } from '../../../api/customers.ts';
import { messagesOfStepQuery, type MessageChoice } from '../../../api/messages.ts';
import type { Store } from '../../../api/stores.ts';
import { MoreButton } from '../../../components/more-button.tsx';
import { useFormats } from '../../../formats/formats-context.ts';
import { QueryState } from '../../../shell/query-state.tsx';
import { CustomerLink } from '../../customers/customer-link.tsx';
import styles from './behind.module.css';

/** Whose mails a step sent, skipped or still holds, the newest first. */
export function BehindMails({ store, choice }: { readonly store: Store; readonly choice: MessageChoice }) {
  const formats = useFormats();
  const messages = useInfiniteQuery(messagesOfStepQuery(store.id, choice));
  const rows = messages.data?.pages.flatMap(({ data }) => data) ?? [];
  const { data: customers } = useQuery(
    customersByIdQuery(
      store.id,
      rows.flatMap(({ customerId }) => customerId ?? []),
    ),
  );
  return (
    <QueryState query={messages} lines={4}>
      {() => (
        <>
          <ul className={styles['people']}>
            {rows.map(({ id, customerId, recipient, settledAt, dueAt }) => (
              <li key={id}>
                {customerId === null ? (
                  (recipient ?? '–')
                ) : (
                  <CustomerLink store={store} customerId={customerId} customers={customers} />
                )}
                <span>{formats.dateTime(settledAt ?? dueAt)}</span>
              </li>
            ))}
          </ul>
          <MoreButton
            hasMore={messages.hasNextPage}
            isBusy={messages.isFetchingNextPage}
            onMore={() => void messages.fetchNextPage()}
          />
        </>
      )}
    </QueryState>
  );
}
