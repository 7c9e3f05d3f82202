import { LoaderCircle } from 'lucide-react';
import type { ButtonHTMLAttributes, ReactNode } from 'react';

import styles from './button.module.css';
import spin from './spin.module.css';

export interface ButtonProps extends ButtonHTMLAttributes<HTMLButtonElement> {
  readonly look?: 'primary' | 'secondary' | 'quiet' | 'danger';
  readonly size?: 'small' | 'medium' | 'large';
  /** Something is under way because of this button: it shows so, and cannot be pressed again. */
  readonly isBusy?: boolean;
  readonly children: ReactNode;
}

/** A thing to press. One primary button a page at most. */
export function Button({
  look = 'secondary',
  size = 'medium',
  isBusy = false,
  disabled,
  children,
  type = 'button',
  ...rest
}: ButtonProps) {
  return (
    <button
      {...rest}
      type={type}
      className={buttonClass(look, size)}
      disabled={disabled === true || isBusy}
      aria-busy={isBusy}
    >
      {isBusy && <LoaderCircle className={spin['spin']} size={16} aria-hidden />}
      {children}
    </button>
  );
}

/** The look of a button for links, which stay links. */
export function buttonClass(
  look: NonNullable<ButtonProps['look']> = 'secondary',
  size: NonNullable<ButtonProps['size']> = 'medium',
): string {
  return [styles['button'], styles[look], styles[size]].filter(Boolean).join(' ');
}
