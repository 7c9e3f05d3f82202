import { useQuery, useSuspenseQuery } from '@tanstack/react-query';
import { UserPlus } from 'lucide-react';
import { useState } from 'react';

import { instanceQuery } from '../../api/instance.ts';
import { peopleQuery, type Person } from '../../api/people.ts';
import { sessionQuery } from '../../api/session.ts';
import { storesQuery } from '../../api/stores.ts';
import { Badge } from '../../components/badge.tsx';
import { Button } from '../../components/button.tsx';
import { Card } from '../../components/card.tsx';
import { DataTable, type Column } from '../../components/data-table.tsx';
import { Page } from '../../components/page.tsx';
import { useFormats } from '../../formats/formats-context.ts';
import { useMessages } from '../../messages/messages-context.ts';
import { QueryState } from '../../shell/query-state.tsx';
import { useMay } from '../../shell/use-may.ts';
import { ChangeDialog } from './change-dialog.tsx';
import { InvitationsCard } from './invitations-card.tsx';
import { InviteDialog } from './invite-dialog.tsx';
import { PasswordLinkDialog } from './password-link-dialog.tsx';
import styles from './people.module.css';
import { RemoveDialog } from './remove-dialog.tsx';
import { RolesCard } from './roles-card.tsx';

type Task =
  | { readonly kind: 'invite' }
  | { readonly kind: 'newPassword' | 'change' | 'remove'; readonly person: Person };

/** Who may come in, as what, and to which stores. */
export function PeoplePage() {
  const t = useMessages();
  const formats = useFormats();
  const mayWrite = useMay('people.write');
  // Nobody needs one in a demo.
  const hasPasswords = useSuspenseQuery(instanceQuery).data.kind === 'real';
  const { data: session } = useSuspenseQuery(sessionQuery);
  const { data: stores } = useSuspenseQuery(storesQuery);
  const people = useQuery(peopleQuery);
  const [task, setTask] = useState<Task | null>(null);
  const close = () => setTask(null);
  const ownerCount = people.data?.filter(({ role }) => role === 'owner').length ?? 0;
  const isLastOwner = ({ role }: Person) => role === 'owner' && ownerCount === 1;
  const describeStores = ({ storeIds }: Person) => {
    if (storeIds === null) return t.people.allStores;
    const names = stores.filter(({ id }) => storeIds.includes(id)).map(({ name }) => name);
    return names.length === 0 ? t.people.noStores : formats.list(names);
  };
  const columns: readonly Column<Person>[] = [
    {
      header: t.people.name,
      cell: ({ id, name, email }) => (
        <div className={styles['who']}>
          <span className={styles['name']}>
            {name} {id === session.id && name.toLowerCase() !== t.people.you && <Badge>{t.people.you}</Badge>}
          </span>
          <span className={styles['email']}>{email}</span>
        </div>
      ),
    },
    { header: t.people.role, cell: ({ role }) => t.shell.roles[role] },
    { header: t.people.stores, cell: describeStores },
    { header: t.people.since, shown: 'wide', cell: ({ createdAt }) => formats.date(createdAt) },
    {
      header: '',
      align: 'end',
      cell: (person) =>
        mayWrite && (
          <div className={styles['actions']}>
            {hasPasswords && (
              <Button
                size="small"
                aria-label={t.people.newPasswordTitle(person.name)}
                onClick={() => setTask({ kind: 'newPassword', person })}
              >
                {t.people.newPassword}
              </Button>
            )}
            <div className={styles['actions']} title={isLastOwner(person) ? t.people.lastOwner : undefined}>
              <Button
                size="small"
                disabled={isLastOwner(person)}
                aria-label={t.people.changeTitle(person.name)}
                onClick={() => setTask({ kind: 'change', person })}
              >
                {t.people.change}
              </Button>
              <Button
                size="small"
                look="danger"
                disabled={isLastOwner(person)}
                aria-label={t.people.removeTitle(person.name)}
                onClick={() => setTask({ kind: 'remove', person })}
              >
                {t.people.remove}
              </Button>
            </div>
          </div>
        ),
    },
  ];
  const invite = mayWrite && (
    <Button look="primary" onClick={() => setTask({ kind: 'invite' })}>
      <UserPlus size={17} aria-hidden />
      {t.people.invite}
    </Button>
  );
  return (
    <Page title={t.people.title} lead={t.people.lead} actions={invite}>
      <Card spacing="flush">
        <QueryState query={people}>
          {(rows) => (
            <DataTable
              caption={t.people.title}
              columns={columns}
              rows={rows}
              keyOf={({ id }) => id}
              onPhone="stacked"
            />
          )}
        </QueryState>
      </Card>
      <InvitationsCard mayWrite={mayWrite} />
      <RolesCard />
      {task?.kind === 'invite' && <InviteDialog stores={stores} onClose={close} />}
      {task?.kind === 'newPassword' && <PasswordLinkDialog person={task.person} onClose={close} />}
      {task?.kind === 'change' && <ChangeDialog person={task.person} stores={stores} onClose={close} />}
      {task?.kind === 'remove' && <RemoveDialog person={task.person} onClose={close} />}
    </Page>
  );
}
