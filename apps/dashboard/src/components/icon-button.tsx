import type { LucideIcon } from 'lucide-react';
import type { ButtonHTMLAttributes } from 'react';

import styles from './icon-button.module.css';

export interface IconButtonProps extends Omit<ButtonHTMLAttributes<HTMLButtonElement>, 'children' | 'className'> {
  readonly icon: LucideIcon;
  /** What it does: read aloud, and shown when the pointer rests on it. */
  readonly label: string;
}

/** A thing to press that everybody knows by its sign. */
export function IconButton({ icon: Icon, label, type = 'button', ...rest }: IconButtonProps) {
  return (
    <button title={label} aria-label={label} {...rest} type={type} className={iconButtonClass}>
      <Icon size={18} aria-hidden />
    </button>
  );
}

/** The look of it, for what brings a button of its own. */
export const iconButtonClass = styles['button'];
