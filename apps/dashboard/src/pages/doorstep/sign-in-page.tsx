import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';

import { doorstepQuery, signIn } from '../../api/doorstep.ts';
import { Notice } from '../../components/notice.tsx';
import { useMessages } from '../../messages/messages-context.ts';
import { LaunchButton } from '../demo/launch-button.tsx';
import { EmailField, PasswordField } from './doorstep-fields.tsx';
import { DoorstepForm } from './doorstep-form.tsx';
import styles from './doorstep.module.css';
import { Doorstep } from './doorstep.tsx';
import { useEntering } from './use-entering.ts';

/** Who one is. */
export function SignInPage() {
  const { signIn: t, demo } = useMessages();
  const [email, setEmail] = useState('');
  const [password, setPassword] = useState('');
  const doorstep = useQuery(doorstepQuery);
  const entering = useEntering(signIn);
  if (doorstep.data?.kind === 'demo') {
    return (
      <Doorstep title={demo.name} lead={demo.fillingLead}>
        <Notice>
          <p>{demo.signInText}</p>
          <p>{demo.ownInstance}</p>
        </Notice>
      </Doorstep>
    );
  }
  return (
    <Doorstep title={t.title} lead={t.lead}>
      {doorstep.data?.isSetupNeeded === true && <Notice tone="attention">{t.setupHint}</Notice>}
      <DoorstepForm
        submit={t.submit}
        error={entering.error}
        isBusy={entering.isPending}
        onSubmit={() => entering.mutate({ email, password })}
      >
        <EmailField label={t.email} value={email} onChange={setEmail} />
        <PasswordField label={t.password} value={password} onChange={setPassword} />
      </DoorstepForm>
      {doorstep.data?.isSetupNeeded === false && (
        <p className={styles['aside']}>
          {t.forgot} <code>{t.forgotCommand}</code>
        </p>
      )}
      <LaunchButton />
    </Doorstep>
  );
}
