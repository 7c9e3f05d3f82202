import { Field } from '../../components/field.tsx';

export interface DoorstepFieldProps {
  readonly label: string;
  readonly hint?: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
}

export const minPasswordLength = 12;

export function NameField({ onChange, ...field }: DoorstepFieldProps) {
  return (
    <Field {...field} autoComplete="name" required maxLength={80} onChange={({ target }) => onChange(target.value)} />
  );
}

export function EmailField({ onChange, ...field }: DoorstepFieldProps) {
  return (
    <Field {...field} type="email" autoComplete="username" required onChange={({ target }) => onChange(target.value)} />
  );
}

export function PasswordField({ onChange, ...field }: DoorstepFieldProps) {
  return (
    <Field
      {...field}
      type="password"
      autoComplete="current-password"
      required
      onChange={({ target }) => onChange(target.value)}
    />
  );
}

/** A password one thinks of now; the browser offers to make one. */
export function NewPasswordField({ onChange, ...field }: DoorstepFieldProps) {
  return (
    <Field
      {...field}
      type="password"
      autoComplete="new-password"
      required
      minLength={minPasswordLength}
      onChange={({ target }) => onChange(target.value)}
    />
  );
}
