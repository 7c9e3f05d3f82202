import { useQuery } from '@tanstack/react-query';
import { useSearch } from '@tanstack/react-router';
import { Cable, Plus } from 'lucide-react';
import { useState } from 'react';

import { adaptersQuery, connectionsQuery } from '../../api/connections.ts';
import { syncQuery } from '../../api/sync.ts';
import { Button } from '../../components/button.tsx';
import { Card } from '../../components/card.tsx';
import { EmptyState } from '../../components/empty-state.tsx';
import { Page } from '../../components/page.tsx';
import { useMessages } from '../../messages/messages-context.ts';
import { ProblemNotice } from '../../shell/problem-notice.tsx';
import { QueryState } from '../../shell/query-state.tsx';
import { useMay } from '../../shell/use-may.ts';
import { useStore } from '../../shell/use-store.ts';
import { AddConnectionDialog } from './add-connection-dialog.tsx';
import { ConnectOutcome } from './connect-outcome.tsx';
import { ConnectionItem } from './connection-item.tsx';
import styles from './connections.module.css';
import { listAddable } from './list-addable.ts';
import { PoisonCard } from './poison/poison-card.tsx';

/** Where orders come from and how mail leaves; and what arrived but could not be used. */
export function ConnectionsPage() {
  const t = useMessages();
  const store = useStore();
  const mayWrite = useMay('connections.write');
  const maySeeDeliveries = useMay('deliveries.read');
  const connections = useQuery(connectionsQuery(store.id));
  const adapters = useQuery(adaptersQuery);
  const sync = useQuery(syncQuery(store.id));
  const { connect } = useSearch({ from: '/inside/stores/$slug/connections' });
  const [isAdding, setAdding] = useState(false);
  const add = mayWrite && listAddable(adapters.data ?? []).length > 0 && (
    <Button look="primary" onClick={() => setAdding(true)}>
      <Plus size={17} aria-hidden />
      {t.connections.add}
    </Button>
  );
  return (
    <Page title={t.connections.title} lead={t.connections.lead} actions={add}>
      {connect !== undefined && <ConnectOutcome key={connect} storeId={store.id} attemptId={connect} />}
      <ProblemNotice error={sync.error} />
      <Card spacing="flush">
        {/* Both at once, so that nothing jumps when the second is there. */}
        <QueryState query={sync.isPending ? { ...connections, data: undefined } : connections}>
          {(rows) =>
            rows.length === 0 ? (
              <EmptyState icon={Cable} title={t.connections.emptyTitle}>
                {t.connections.emptyText}
              </EmptyState>
            ) : (
              <ul className={styles['list']}>
                {rows.map((connection) => (
                  <ConnectionItem
                    key={connection.id}
                    storeId={store.id}
                    connection={connection}
                    adapter={adapters.data?.find(({ id }) => id === connection.adapterId) ?? null}
                    sync={sync.data?.find(({ connectionId }) => connectionId === connection.id) ?? null}
                    mayWrite={mayWrite}
                  />
                ))}
              </ul>
            )
          }
        </QueryState>
      </Card>
      {maySeeDeliveries && <PoisonCard storeId={store.id} />}
      {isAdding && <AddConnectionDialog storeId={store.id} onClose={() => setAdding(false)} />}
    </Page>
  );
}
