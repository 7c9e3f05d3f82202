import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState, type FormEvent } from 'react';

import { doorstepQuery, signIn } from '../../api/doorstep.ts';
import { Button } from '../../components/button.tsx';
import { Field } from '../../components/field.tsx';
import { Notice } from '../../components/notice.tsx';
import { useMessages } from '../../messages/messages-context.ts';
import { ProblemNotice } from '../../shell/problem-notice.tsx';
import { Doorstep } from './doorstep.tsx';
import styles from './doorstep.module.css';

/** Who one is. */
export function SignInPage() {
  const t = useMessages();
  const navigate = useNavigate();
  const queryClient = useQueryClient();
  const [email, setEmail] = useState('');
  const [password, setPassword] = useState('');
  const doorstep = useQuery(doorstepQuery);
  const entering = useMutation({
    mutationFn: signIn,
    onSuccess: async () => {
      queryClient.clear();
      await navigate({ to: '/' });
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    entering.mutate({ email, password });
  };
  return (
    <Doorstep title={t.signIn.title} lead={t.signIn.lead}>
      {doorstep.data?.isSetupNeeded === true && <Notice tone="attention">{t.signIn.setupHint}</Notice>}
      <form className={styles['fields']} onSubmit={submit}>
        <Field
          label={t.signIn.email}
          type="email"
          autoComplete="username"
          required
          value={email}
          onChange={({ target }) => setEmail(target.value)}
        />
        <Field
          label={t.signIn.password}
          type="password"
          autoComplete="current-password"
          required
          value={password}
          onChange={({ target }) => setPassword(target.value)}
        />
        <ProblemNotice error={entering.error} />
        <Button type="submit" look="primary" size="large" isBusy={entering.isPending}>
          {t.signIn.submit}
        </Button>
      </form>
    </Doorstep>
  );
}
