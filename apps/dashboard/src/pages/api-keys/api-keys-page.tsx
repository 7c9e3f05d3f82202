import { useQuery, useSuspenseQuery } from '@tanstack/react-query';
import { KeyRound, Plus } from 'lucide-react';
import { useState } from 'react';

import { apiKeysQuery, type ApiKey } from '../../api/api-keys.ts';
import { sessionQuery } from '../../api/session.ts';
import { storesQuery } from '../../api/stores.ts';
import { Badge } from '../../components/badge.tsx';
import { Button } from '../../components/button.tsx';
import { Card } from '../../components/card.tsx';
import { DataTable, type Column } from '../../components/data-table.tsx';
import { EmptyState } from '../../components/empty-state.tsx';
import { Page } from '../../components/page.tsx';
import { useFormats } from '../../formats/formats-context.ts';
import { useMessages } from '../../messages/messages-context.ts';
import { QueryState } from '../../shell/query-state.tsx';
import { useMay } from '../../shell/use-may.ts';
import { useNow } from '../../shell/use-now.ts';
import { toRights } from '../people/to-rights.ts';
import styles from './api-keys.module.css';
import { CreateKeyDialog } from './create-key-dialog.tsx';
import { RevokeDialog } from './revoke-dialog.tsx';

type Task = { readonly kind: 'create' } | { readonly kind: 'revoke'; readonly apiKey: ApiKey };

/** Keys for programs: which there are, what they may do, when they were last used. */
export function ApiKeysPage() {
  const t = useMessages();
  const formats = useFormats();
  const nowMs = useNow();
  const mayWrite = useMay('keys.write');
  const { data: session } = useSuspenseQuery(sessionQuery);
  const { data: stores } = useSuspenseQuery(storesQuery);
  const keys = useQuery(apiKeysQuery);
  const [task, setTask] = useState<Task | null>(null);
  const close = () => setTask(null);
  const columns: readonly Column<ApiKey>[] = [
    {
      header: t.apiKeys.name,
      cell: ({ name, prefix }) => (
        <div className={styles['what']}>
          <span className={styles['name']}>{name}</span>
          <code className={styles['prefix']}>{`${prefix}…`}</code>
        </div>
      ),
    },
    {
      header: t.apiKeys.rights,
      cell: ({ scopes }) => (
        <details className={styles['scopes']}>
          <summary>{t.apiKeys.rightsCount(scopes.length, formats.number(scopes.length))}</summary>
          <ul>
            {toRights([{ role: 'key', actions: scopes }]).map(({ area, rights }) => (
              <li key={area}>{`${t.people.areas[area] ?? area}: ${t.people.rights[rights['key'] ?? 'none']}`}</li>
            ))}
          </ul>
        </details>
      ),
    },
    {
      header: t.apiKeys.store,
      cell: ({ storeId }) =>
        storeId === null ? t.apiKeys.everyStore : (stores.find(({ id }) => id === storeId)?.name ?? t.common.unknown),
    },
    {
      header: t.apiKeys.lastUsed,
      cell: ({ lastUsedAt }) => (lastUsedAt === null ? t.apiKeys.neverUsed : formats.ago(lastUsedAt, nowMs)),
    },
    {
      header: t.apiKeys.expires,
      cell: ({ expiresAt }) => {
        if (expiresAt === null) return t.apiKeys.neverExpires;
        if (Date.parse(expiresAt) < nowMs) return <Badge tone="attention">{t.apiKeys.hasExpired}</Badge>;
        return formats.date(expiresAt);
      },
    },
    {
      header: '',
      align: 'end',
      cell: (apiKey) =>
        mayWrite && (
          <div>
            <Button
              size="small"
              look="danger"
              aria-label={t.apiKeys.revokeTitle(apiKey.name)}
              onClick={() => setTask({ kind: 'revoke', apiKey })}
            >
              {t.apiKeys.revoke}
            </Button>
          </div>
        ),
    },
  ];
  const create = mayWrite && (
    <Button look="primary" onClick={() => setTask({ kind: 'create' })}>
      <Plus size={17} aria-hidden />
      {t.apiKeys.create}
    </Button>
  );
  return (
    <Page
      title={t.apiKeys.title}
      lead={
        <>
          {t.apiKeys.lead}{' '}
          <a href="/api/reference" target="_blank" rel="noreferrer">
            {t.apiKeys.docs}
          </a>
        </>
      }
      // While there are none, the empty list has the button.
      actions={keys.data?.length !== 0 && create}
    >
      <Card spacing="flush">
        <QueryState query={keys}>
          {(rows) =>
            rows.length === 0 ? (
              <EmptyState icon={KeyRound} title={t.apiKeys.emptyTitle} action={create}>
                {t.apiKeys.emptyText}
              </EmptyState>
            ) : (
              <DataTable
                caption={t.apiKeys.title}
                columns={columns}
                rows={rows}
                keyOf={({ id }) => id}
                onPhone="stacked"
              />
            )
          }
        </QueryState>
      </Card>
      {task?.kind === 'create' && <CreateKeyDialog session={session} stores={stores} onClose={close} />}
      {task?.kind === 'revoke' && <RevokeDialog apiKey={task.apiKey} onClose={close} />}
    </Page>
  );
}
