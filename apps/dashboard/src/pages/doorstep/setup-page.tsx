import { useQuery } from '@tanstack/react-query';
import { Link, useSearch } from '@tanstack/react-router';
import { useState } from 'react';

import { createOwner, doorstepQuery } from '../../api/doorstep.ts';
import { buttonClass } from '../../components/button.tsx';
import { Notice } from '../../components/notice.tsx';
import { useMessages } from '../../messages/messages-context.ts';
import { LaunchButton } from '../demo/launch-button.tsx';
import { EmailField, NameField, NewPasswordField } from './doorstep-fields.tsx';
import { DoorstepForm } from './doorstep-form.tsx';
import { Doorstep } from './doorstep.tsx';
import { useEntering } from './use-entering.ts';

/** The first start: creates the owner, with the link that was printed. */
export function SetupPage() {
  const { setup: t } = useMessages();
  const { token } = useSearch({ from: '/setup' });
  const [name, setName] = useState('');
  const [email, setEmail] = useState('');
  const [password, setPassword] = useState('');
  const doorstep = useQuery(doorstepQuery);
  const creating = useEntering(createOwner);
  if (doorstep.data?.isSetupNeeded === false && creating.isIdle) {
    return (
      <Doorstep title={t.title} lead={t.alreadyDone}>
        <Link to="/sign-in" className={buttonClass('primary', 'large')}>
          {t.toSignIn}
        </Link>
      </Doorstep>
    );
  }
  return (
    <Doorstep title={t.title} lead={t.lead}>
      {token === undefined ? (
        <Notice tone="attention">{t.noToken}</Notice>
      ) : (
        <DoorstepForm
          submit={t.submit}
          error={creating.error}
          isBusy={creating.isPending}
          onSubmit={() => creating.mutate({ token, name, email, password })}
        >
          <NameField label={t.name} value={name} onChange={setName} />
          <EmailField label={t.email} value={email} onChange={setEmail} />
          <NewPasswordField label={t.password} hint={t.passwordHint} value={password} onChange={setPassword} />
        </DoorstepForm>
      )}
      <LaunchButton />
    </Doorstep>
  );
}
