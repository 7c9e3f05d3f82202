import { ToggleGroup } from 'radix-ui';
import type { ReactNode } from 'react';

import styles from './choice.module.css';

interface ChoiceOption<Value extends string> {
  readonly value: Value;
  readonly label: string;
  /** The whole name, where the label is an abbreviation. */
  readonly title?: string;
  readonly icon?: ReactNode;
}

export interface ChoiceProps<Value extends string> {
  readonly label: string;
  readonly value: Value;
  readonly options: readonly ChoiceOption<Value>[];
  readonly onChange: (value: Value) => void;
}

/** One of two or three ways to look at the same thing. */
export function Choice<Value extends string>({ label, value, options, onChange }: ChoiceProps<Value>) {
  return (
    <ToggleGroup.Root
      type="single"
      className={styles['choice']}
      aria-label={label}
      value={value}
      onValueChange={(chosen) => {
        const option = options.find((candidate) => candidate.value === chosen);
        if (option !== undefined) onChange(option.value);
      }}
    >
      {options.map((option) => (
        <ToggleGroup.Item
          key={option.value}
          value={option.value}
          className={styles['option']}
          {...(option.title === undefined
            ? {}
            : { title: option.title, 'aria-label': `${option.label}, ${option.title}` })}
        >
          {option.icon}
          {option.label}
        </ToggleGroup.Item>
      ))}
    </ToggleGroup.Root>
  );
}
