import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';

import { openCasesQuery } from '../../api/reports.ts';
import type { Store } from '../../api/stores.ts';
import { Card } from '../../components/card.tsx';
import { useFormats } from '../../formats/formats-context.ts';
import { useMessages } from '../../messages/messages-context.ts';
import { QueryState } from '../../shell/query-state.tsx';
import { useNow } from '../../shell/use-now.ts';
import styles from './home.module.css';

/** Customers somebody owes an answer, each with their last words. */
export function WaitingCard({ store }: { readonly store: Store }) {
  const t = useMessages();
  const formats = useFormats();
  const nowMs = useNow();
  const query = useQuery(openCasesQuery(store.id));
  return (
    <div id="waiting">
      <Card title={t.home.customers} spacing="flush">
        <QueryState query={query} lines={3}>
          {(cases) => (
            <ul>
              {cases.map(({ id, customer, openedAt, remarks }) => (
                <li key={id} className={styles['order']}>
                  <span className={styles['orderWords']}>
                    <Link
                      to="/stores/$slug/customers/$customerId"
                      params={{ slug: store.slug, customerId: customer.id }}
                    >
                      {[customer.firstName, customer.lastName].filter(Boolean).join(' ') ||
                        customer.email ||
                        t.home.nobody}
                    </Link>
                    <span className={styles['goods']}>{remarks.findLast(({ words }) => words !== null)?.words}</span>
                  </span>
                  <time dateTime={openedAt} className={styles['quiet']}>
                    {formats.ago(openedAt, nowMs)}
                  </time>
                </li>
              ))}
            </ul>
          )}
        </QueryState>
      </Card>
    </div>
  );
}
