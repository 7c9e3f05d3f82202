import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { useState, type FormEvent } from 'react';

import { invitationQuery, join } from '../../api/doorstep.ts';
import { Button, buttonClass } from '../../components/button.tsx';
import { Field } from '../../components/field.tsx';
import { Notice } from '../../components/notice.tsx';
import { useMessages } from '../../messages/messages-context.ts';
import { ProblemNotice } from '../../shell/problem-notice.tsx';
import { Doorstep } from './doorstep.tsx';
import styles from './doorstep.module.css';

const minPasswordLength = 12;

/** Somebody who was invited joins, with the link they were sent. */
export function JoinPage() {
  const t = useMessages();
  const { token } = useSearch({ from: '/join' });
  const navigate = useNavigate();
  const queryClient = useQueryClient();
  const [name, setName] = useState('');
  const [password, setPassword] = useState('');
  const invitation = useQuery(invitationQuery(token));
  const joining = useMutation({
    mutationFn: join,
    onSuccess: async () => {
      queryClient.clear();
      await navigate({ to: '/' });
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (token !== undefined) joining.mutate({ token, name, password });
  };
  const lead =
    invitation.data === undefined
      ? t.people.joinLeadUnknown
      : t.people.joinLead(invitation.data.email, t.shell.roles[invitation.data.role]);
  return (
    <Doorstep title={t.people.joinTitle} lead={lead}>
      {token === undefined && <Notice tone="attention">{t.people.joinNoToken}</Notice>}
      {invitation.error !== null && joining.isIdle && (
        <>
          <ProblemNotice error={invitation.error} />
          <Link to="/sign-in" className={buttonClass('secondary', 'large')}>
            {t.people.joinToSignIn}
          </Link>
        </>
      )}
      {token !== undefined && invitation.error === null && (
        <form className={styles['fields']} onSubmit={submit}>
          <input type="hidden" autoComplete="username" value={invitation.data?.email ?? ''} readOnly />
          <Field
            label={t.people.joinName}
            autoComplete="name"
            required
            maxLength={80}
            value={name}
            onChange={({ target }) => setName(target.value)}
          />
          <Field
            label={t.people.joinPassword}
            hint={t.people.joinPasswordHint}
            type="password"
            autoComplete="new-password"
            required
            minLength={minPasswordLength}
            value={password}
            onChange={({ target }) => setPassword(target.value)}
          />
          <ProblemNotice error={joining.error} />
          <Button type="submit" look="primary" size="large" isBusy={joining.isPending}>
            {t.people.joinSubmit}
          </Button>
        </form>
      )}
    </Doorstep>
  );
}
