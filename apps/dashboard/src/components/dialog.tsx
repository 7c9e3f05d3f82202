import { X } from 'lucide-react';
import { Dialog as Radix } from 'radix-ui';
import { useRef, type ReactNode, type RefObject } from 'react';

import { useMessages } from '../messages/messages-context.ts';
import styles from './dialog.module.css';
import { iconButtonClass } from './icon-button.tsx';

export interface DialogProps {
  readonly title: string;
  readonly text?: string;
  readonly width?: 'normal' | 'wide';
  readonly isOpen: boolean;
  readonly onClose: () => void;
  /** Where the keyboard goes on when what opened the dialog is gone, because of what was done in it. */
  readonly focusAfter?: RefObject<HTMLElement | null>;
  readonly children: ReactNode;
}

/** A task of its own, in front of the page. Closed, it gives the keyboard back to what opened it. */
export function Dialog({ title, text, width = 'normal', isOpen, onClose, focusAfter, children }: DialogProps) {
  const t = useMessages();
  const opener = useRef<Element | null>(null);
  return (
    <Radix.Root open={isOpen} onOpenChange={(open) => !open && onClose()}>
      <Radix.Portal>
        <Radix.Overlay className={styles['overlay']} />
        <Radix.Content
          className={`${styles['dialog']} ${width === 'wide' ? styles['wide'] : ''}`}
          onOpenAutoFocus={() => {
            opener.current = document.activeElement;
          }}
          onCloseAutoFocus={(event) => {
            // Radix would look for a trigger of its own, which our dialogs do not have.
            event.preventDefault();
            const next = opener.current?.isConnected === true ? opener.current : focusAfter?.current;
            if (next instanceof HTMLElement) next.focus();
          }}
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
