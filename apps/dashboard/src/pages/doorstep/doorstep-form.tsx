import type { ReactNode } from 'react';

import { Button } from '../../components/button.tsx';
import { ProblemNotice } from '../../shell/problem-notice.tsx';
import styles from './doorstep.module.css';

export interface DoorstepFormProps {
  readonly submit: string;
  readonly error: unknown;
  readonly isBusy: boolean;
  readonly onSubmit: () => void;
  readonly children: ReactNode;
}

/** What is to be filled in to be let in, why one was not, and the button. */
export function DoorstepForm({ submit, error, isBusy, onSubmit, children }: DoorstepFormProps) {
  return (
    <form
      className={styles['fields']}
      onSubmit={(event) => {
        event.preventDefault();
        onSubmit();
      }}
    >
      {children}
      <ProblemNotice error={error} />
      <Button type="submit" look="primary" size="large" isBusy={isBusy}>
        {submit}
      </Button>
    </form>
  );
}
