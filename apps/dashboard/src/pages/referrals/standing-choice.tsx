import { useMessages } from '../../messages/messages-context.ts';
import styles from './referrals.module.css';

export interface StandingChoiceProps<Value extends string> {
  readonly label: string;
  /** Null: all. */
  readonly value: Value | null;
  readonly options: readonly { readonly value: Value; readonly label: string }[];
  readonly onChange: (value: Value | null) => void;
}

/** Narrows a list to what stands in one state. */
export function StandingChoice<Value extends string>({ label, value, options, onChange }: StandingChoiceProps<Value>) {
  const t = useMessages();
  return (
    <select
      className={styles['standing']}
      aria-label={label}
      value={value ?? ''}
      onChange={({ target }) => onChange(options.find((option) => option.value === target.value)?.value ?? null)}
    >
      <option value="">{t.referrals.anyState}</option>
      {options.map((option) => (
        <option key={option.value} value={option.value}>
          {option.label}
        </option>
      ))}
    </select>
  );
}
