import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';

import { toProblemDetails } from '../../api/api-error.ts';
import { choosePassword, passwordLinkQuery } from '../../api/doorstep.ts';
import { buttonClass } from '../../components/button.tsx';
import { Notice } from '../../components/notice.tsx';
import { useMessages } from '../../messages/messages-context.ts';
import { ProblemNotice } from '../../shell/problem-notice.tsx';
import { DoorstepForm } from './doorstep-form.tsx';
import { Doorstep } from './doorstep.tsx';
import { ShownPasswordField } from './shown-password-field.tsx';

/** Asks for the new password, as long as the link serves; says what to do when it does not. */
export function NewPasswordForm({ token, onDone }: { readonly token: string; readonly onDone: () => void }) {
  const { newPassword: t } = useMessages();
  const queryClient = useQueryClient();
  const [password, setPassword] = useState('');
  const link = useQuery(passwordLinkQuery(token));
  const choosing = useMutation({
    mutationFn: choosePassword,
    onSuccess: () => {
      // Whoever was signed in here may have been signed out by it.
      queryClient.clear();
      onDone();
    },
  });
  const lead = link.data === undefined ? t.leadUnknown : t.lead(link.data.name, link.data.email);
  if (isLinkInvalid(link.error) || isLinkInvalid(choosing.error)) {
    return (
      <Doorstep title={t.title} lead={lead}>
        <Notice tone="bad">
          <p>{t.linkInvalid}</p>
          <p>{t.linkInvalidWhy}</p>
        </Notice>
        <Link to="/sign-in" className={buttonClass('secondary', 'large')}>
          {t.toSignIn}
        </Link>
      </Doorstep>
    );
  }
  return (
    <Doorstep title={t.title} lead={lead}>
      <ProblemNotice error={link.error} />
      <DoorstepForm
        submit={t.submit}
        error={choosing.error}
        isBusy={choosing.isPending}
        onSubmit={() => choosing.mutate({ token, password })}
      >
        <input type="hidden" autoComplete="username" value={link.data?.email ?? ''} readOnly />
        <ShownPasswordField
          label={t.password}
          hint={t.passwordHint}
          show={t.show}
          value={password}
          onChange={setPassword}
        />
      </DoorstepForm>
    </Doorstep>
  );
}

function isLinkInvalid(error: unknown): boolean {
  return toProblemDetails(error).code === 'access.password_link_invalid';
}
