import { Switch as Radix } from 'radix-ui';

import styles from './switch.module.css';

export interface SwitchProps {
  readonly label: string;
  /** Shown beside the switch; `label` alone is read aloud otherwise. */
  readonly text?: string;
  readonly isOn: boolean;
  readonly isDisabled?: boolean;
  readonly onChange: (isOn: boolean) => void;
}

/** On or off, at once. */
export function Switch({ label, text, isOn, isDisabled = false, onChange }: SwitchProps) {
  return (
    <label className={styles['label']}>
      <Radix.Root
        className={styles['switch']}
        aria-label={label}
        checked={isOn}
        disabled={isDisabled}
        onCheckedChange={onChange}
      >
        <Radix.Thumb className={styles['thumb']} />
      </Radix.Root>
      {text !== undefined && <span aria-hidden>{text}</span>}
    </label>
  );
}
