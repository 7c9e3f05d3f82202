import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';

import type { Remark } from '../../api/cases.ts';
import { openCasesQuery } from '../../api/reports.ts';
import type { Store } from '../../api/stores.ts';
import { Card } from '../../components/card.tsx';
import { MoreButton } from '../../components/more-button.tsx';
import { useFormats } from '../../formats/formats-context.ts';
import { useMessages } from '../../messages/messages-context.ts';
import { QueryState } from '../../shell/query-state.tsx';
import { useMay } from '../../shell/use-may.ts';
import { useNow } from '../../shell/use-now.ts';
import styles from './home.module.css';
import { NothingOwed } from './nothing-owed.tsx';

/** Customers somebody owes an answer, each with their last words. */
export function WaitingCard({ store }: { readonly store: Store }) {
  const t = useMessages();
  const formats = useFormats();
  const nowMs = useNow();
  const mayClose = useMay('cases.write');
  const query = useInfiniteQuery(openCasesQuery(store.id));
  return (
    <div id="waiting">
      <Card title={t.home.customers} spacing="flush">
        <QueryState query={query} lines={3}>
          {({ pages }) => (
            <>
              <ul>
                {pages
                  .flatMap(({ data }) => data)
                  .map(({ id, customer, openedAt, remarks }) => {
                    const name =
                      [customer.firstName, customer.lastName].filter(Boolean).join(' ') ||
                      customer.email ||
                      t.home.nobody;
                    return (
                      <li key={id} className={styles['order']}>
                        <span className={styles['orderWords']}>
                          <Link
                            to="/stores/$slug/customers/$customerId"
                            params={{ slug: store.slug, customerId: customer.id }}
                          >
                            {name}
                          </Link>
                          <span className={styles['goods']}>
                            {remarks.findLast(({ words }) => words !== null)?.words}
                          </span>
                        </span>
                        <time dateTime={openedAt} className={styles['quiet']}>
                          {formats.ago(openedAt, nowMs)}
                        </time>
                        {mayClose && remarks.every(isMaybeThanks) && (
                          <NothingOwed storeId={store.id} caseId={id} customer={name} />
                        )}
                      </li>
                    );
                  })}
              </ul>
              <MoreButton
                hasMore={query.hasNextPage}
                isBusy={query.isFetchingNextPage}
                onMore={() => void query.fetchNextPage()}
              />
            </>
          )}
        </QueryState>
      </Card>
    </div>
  );
}

/** A question or a problem is never settled unread; a reply may be no more than thanks. */
function isMaybeThanks({ kind }: Remark): boolean {
  return kind === 'great' || kind === 'reply';
}
