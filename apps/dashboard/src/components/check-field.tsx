import { useId, type InputHTMLAttributes } from 'react';

import styles from './check-field.module.css';

export type CheckFieldProps = Omit<InputHTMLAttributes<HTMLInputElement>, 'id' | 'type'> & {
  readonly label: string;
  readonly hint?: string | undefined;
  /** `radio`: one of several that share a `name`. */
  readonly type?: 'checkbox' | 'radio';
};

/** A box to tick. For what takes effect at once: `Switch`. */
export function CheckField({ label, hint, type = 'checkbox', ...input }: CheckFieldProps) {
  const id = useId();
  return (
    <div className={styles['check']}>
      <input
        {...input}
        id={id}
        type={type}
        className={styles['box']}
        aria-describedby={hint === undefined ? undefined : `${id}-hint`}
      />
      <label htmlFor={id}>{label}</label>
      {hint !== undefined && (
        <p className={styles['hint']} id={`${id}-hint`}>
          {hint}
        </p>
      )}
    </div>
  );
}
