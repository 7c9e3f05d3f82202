import { useQuery } from '@tanstack/react-query';
import { Link, useSearch } from '@tanstack/react-router';
import { useState } from 'react';

import { invitationQuery, join } from '../../api/doorstep.ts';
import { buttonClass } from '../../components/button.tsx';
import { Notice } from '../../components/notice.tsx';
import { useMessages } from '../../messages/messages-context.ts';
import { ProblemNotice } from '../../shell/problem-notice.tsx';
import { NameField, NewPasswordField } from './doorstep-fields.tsx';
import { DoorstepForm } from './doorstep-form.tsx';
import { Doorstep } from './doorstep.tsx';
import { useEntering } from './use-entering.ts';

/** Somebody who was invited joins, with the link they were sent. */
export function JoinPage() {
  const { people: t, shell } = useMessages();
  const { token } = useSearch({ from: '/join' });
  const [name, setName] = useState('');
  const [password, setPassword] = useState('');
  const invitation = useQuery(invitationQuery(token));
  const joining = useEntering(join);
  const lead =
    invitation.data === undefined
      ? t.joinLeadUnknown
      : t.joinLead(invitation.data.email, shell.roles[invitation.data.role]);
  return (
    <Doorstep title={t.joinTitle} lead={lead}>
      {token === undefined && <Notice tone="attention">{t.joinNoToken}</Notice>}
      {invitation.error !== null && joining.isIdle && (
        <>
          <ProblemNotice error={invitation.error} />
          <Link to="/sign-in" className={buttonClass('secondary', 'large')}>
            {t.joinToSignIn}
          </Link>
        </>
      )}
      {token !== undefined && invitation.error === null && (
        <DoorstepForm
          submit={t.joinSubmit}
          error={joining.error}
          isBusy={joining.isPending}
          onSubmit={() => joining.mutate({ token, name, password })}
        >
          <input type="hidden" autoComplete="username" value={invitation.data?.email ?? ''} readOnly />
          <NameField label={t.joinName} value={name} onChange={setName} />
          <NewPasswordField label={t.joinPassword} hint={t.joinPasswordHint} value={password} onChange={setPassword} />
        </DoorstepForm>
      )}
    </Doorstep>
  );
}
