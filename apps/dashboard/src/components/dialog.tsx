import { X } from 'lucide-react';
import { Dialog as Radix } from 'radix-ui';
import type { ReactNode } from 'react';

import { useMessages } from '../messages/messages-context.ts';
import styles from './dialog.module.css';
import { iconButtonClass } from './icon-button.tsx';

export interface DialogProps {
  readonly title: string;
  readonly text?: string;
  readonly width?: 'normal' | 'wide';
  readonly isOpen: boolean;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

/** A task of its own, in front of the page. */
export function Dialog({ title, text, width = 'normal', isOpen, onClose, children }: DialogProps) {
  const t = useMessages();
  return (
    <Radix.Root open={isOpen} onOpenChange={(open) => !open && onClose()}>
      <Radix.Portal>
        <Radix.Overlay className={styles['overlay']} />
        <Radix.Content
          className={`${styles['dialog']} ${width === 'wide' ? styles['wide'] : ''}`}
          {...(text === undefined ? { 'aria-describedby': undefined } : {})}
        >
          <div className={styles['head']}>
            <div>
              <Radix.Title className={styles['title']}>{title}</Radix.Title>
              {text !== undefined && <Radix.Description className={styles['text']}>{text}</Radix.Description>}
            </div>
            <Radix.Close className={iconButtonClass} aria-label={t.common.close}>
              <X size={18} aria-hidden />
            </Radix.Close>
          </div>
          {children}
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}
