import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';

import { invitationsQuery, takeInvitationBack, type Invitation } from '../../api/people.ts';
import { Button } from '../../components/button.tsx';
import { Card } from '../../components/card.tsx';
import { DataTable, type Column } from '../../components/data-table.tsx';
import { useToast } from '../../components/toast-context.ts';
import { useFormats } from '../../formats/formats-context.ts';
import { useMessages } from '../../messages/messages-context.ts';
import { ProblemNotice } from '../../shell/problem-notice.tsx';
import { useNow } from '../../shell/use-now.ts';
import styles from './people.module.css';

/** Who was asked to join and has not yet; nothing while there is nobody. */
export function InvitationsCard({ mayWrite }: { readonly mayWrite: boolean }) {
  const t = useMessages();
  const formats = useFormats();
  const toast = useToast();
  const nowMs = useNow();
  const queryClient = useQueryClient();
  const invitations = useQuery(invitationsQuery);
  const takingBack = useMutation({
    mutationFn: ({ id }: Invitation) => takeInvitationBack(id),
    onSuccess: async (_, { email }) => {
      await queryClient.invalidateQueries({ queryKey: invitationsQuery.queryKey });
      toast({ text: t.people.takenBack(email) });
    },
  });
  const columns: readonly Column<Invitation>[] = [
    {
      header: t.people.email,
      cell: ({ email, expiresAt }) => (
        <div className={styles['who']}>
          <span className={styles['name']}>{email}</span>
          <span className={styles['email']}>
            {Date.parse(expiresAt) < nowMs ? t.people.expired : t.people.expires(formats.ago(expiresAt, nowMs))}
          </span>
        </div>
      ),
    },
    { header: t.people.role, cell: ({ role }) => t.shell.roles[role] },
    {
      header: '',
      align: 'end',
      cell: (invitation) =>
        mayWrite && (
          <Button
            size="small"
            isBusy={takingBack.isPending && takingBack.variables.id === invitation.id}
            onClick={() => takingBack.mutate(invitation)}
          >
            {t.people.takeBack}
          </Button>
        ),
    },
  ];
  if (invitations.data === undefined || invitations.data.length === 0) return null;
  return (
    <Card title={t.people.invitationsTitle} note={t.people.invitationsNote} spacing="flush">
      <ProblemNotice error={takingBack.error} />
      <DataTable caption={t.people.invitationsTitle} columns={columns} rows={invitations.data} keyOf={({ id }) => id} />
    </Card>
  );
}
