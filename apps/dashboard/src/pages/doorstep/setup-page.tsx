import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { useState, type FormEvent } from 'react';

import { createOwner, doorstepQuery } from '../../api/doorstep.ts';
import { Button, buttonClass } from '../../components/button.tsx';
import { Field } from '../../components/field.tsx';
import { Notice } from '../../components/notice.tsx';
import { useMessages } from '../../messages/messages-context.ts';
import { ProblemNotice } from '../../shell/problem-notice.tsx';
import { Doorstep } from './doorstep.tsx';
import styles from './doorstep.module.css';

const minPasswordLength = 12;

/** The first start: creates the owner, with the link that was printed. */
export function SetupPage() {
  const t = useMessages();
  const { token } = useSearch({ from: '/setup' });
  const navigate = useNavigate();
  const queryClient = useQueryClient();
  const [name, setName] = useState('');
  const [email, setEmail] = useState('');
  const [password, setPassword] = useState('');
  const doorstep = useQuery(doorstepQuery);
  const creating = useMutation({
    mutationFn: createOwner,
    onSuccess: async () => {
      queryClient.clear();
      await navigate({ to: '/' });
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (token !== undefined) creating.mutate({ token, name, email, password });
  };
  if (doorstep.data?.isSetupNeeded === false && creating.isIdle) {
    return (
      <Doorstep title={t.setup.title} lead={t.setup.alreadyDone}>
        <Link to="/sign-in" className={buttonClass('primary', 'large')}>
          {t.setup.toSignIn}
        </Link>
      </Doorstep>
    );
  }
  return (
    <Doorstep title={t.setup.title} lead={t.setup.lead}>
      {token === undefined ? (
        <Notice tone="attention">{t.setup.noToken}</Notice>
      ) : (
        <form className={styles['fields']} onSubmit={submit}>
          <Field
            label={t.setup.name}
            autoComplete="name"
            required
            maxLength={80}
            value={name}
            onChange={({ target }) => setName(target.value)}
          />
          <Field
            label={t.setup.email}
            type="email"
            autoComplete="username"
            required
            value={email}
            onChange={({ target }) => setEmail(target.value)}
          />
          <Field
            label={t.setup.password}
            hint={t.setup.passwordHint}
            type="password"
            autoComplete="new-password"
            required
            minLength={minPasswordLength}
            value={password}
            onChange={({ target }) => setPassword(target.value)}
          />
          <ProblemNotice error={creating.error} />
          <Button type="submit" look="primary" size="large" isBusy={creating.isPending}>
            {t.setup.submit}
          </Button>
        </form>
      )}
    </Doorstep>
  );
}
