import { useState } from 'react';

import { CheckField } from '../../components/check-field.tsx';
import { Field } from '../../components/field.tsx';
import { minPasswordLength, type DoorstepFieldProps } from './doorstep-fields.tsx';
import styles from './doorstep.module.css';

/** A password one thinks of now and types once, because one can look at it (NIST SP 800-63B-4 §3.1.1.2). */
export function ShownPasswordField({ show, onChange, ...field }: DoorstepFieldProps & { readonly show: string }) {
  const [isShown, setShown] = useState(false);
  return (
    <div className={styles['secret']}>
      <Field
        {...field}
        type={isShown ? 'text' : 'password'}
        autoComplete="new-password"
        spellCheck={false}
        autoCapitalize="none"
        required
        minLength={minPasswordLength}
        onChange={({ target }) => onChange(target.value)}
      />
      <CheckField label={show} checked={isShown} onChange={({ target }) => setShown(target.checked)} />
    </div>
  );
}
