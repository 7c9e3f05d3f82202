import { Link, useSearch } from '@tanstack/react-router';
import { useState } from 'react';

import { buttonClass } from '../../components/button.tsx';
import { Notice } from '../../components/notice.tsx';
import { useMessages } from '../../messages/messages-context.ts';
import { Doorstep } from './doorstep.tsx';
import { NewPasswordForm } from './new-password-form.tsx';

/** Somebody who forgot their password chooses another one, with the link they were given. */
export function NewPasswordPage() {
  const { newPassword: t } = useMessages();
  const { token } = useSearch({ from: '/new-password' });
  const [isDone, setDone] = useState(false);
  if (isDone) {
    return (
      <Doorstep title={t.doneTitle} lead={t.doneLead}>
        <Link to="/sign-in" className={buttonClass('primary', 'large')} ref={focus}>
          {t.doneSignIn}
        </Link>
      </Doorstep>
    );
  }
  if (token === undefined) {
    return (
      <Doorstep title={t.title} lead={t.leadUnknown}>
        <Notice tone="attention">{t.noToken}</Notice>
      </Doorstep>
    );
  }
  return <NewPasswordForm token={token} onDone={() => setDone(true)} />;
}

/** The button that had the focus is gone. */
function focus(link: HTMLAnchorElement | null): void {
  link?.focus();
}
