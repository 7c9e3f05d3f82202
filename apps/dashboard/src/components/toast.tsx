import { X } from 'lucide-react';
import { Toast as Radix } from 'radix-ui';
import { useCallback, useRef, useState, type ReactNode } from 'react';

import { useMessages } from '../messages/messages-context.ts';
import { ToastContext, type ToastText } from './toast-context.ts';
import styles from './toast.module.css';

const shownMs = 8_000;

/** Room for short messages at the foot of the page, for all that stands inside. F8 brings the keyboard there. */
export function ToastRoom({ children }: { readonly children: ReactNode }) {
  const t = useMessages();
  const [toasts, setToasts] = useState<readonly (ToastText & { readonly id: number })[]>([]);
  const nextId = useRef(0);
  const show = useCallback((toast: ToastText) => {
    nextId.current += 1;
    const shown = { ...toast, id: nextId.current };
    setToasts((before) => [...before.slice(-2), shown]);
  }, []);
  return (
    <ToastContext value={show}>
      <Radix.Provider duration={shownMs} label={t.common.notification} swipeDirection="down">
        {children}
        {toasts.map(({ id, text, undo }) => (
          <Radix.Root
            key={id}
            className={styles['toast']}
            onOpenChange={(isOpen) => {
              if (!isOpen) setToasts((before) => before.filter((toast) => toast.id !== id));
            }}
          >
            <Radix.Description className={styles['text']}>{text}</Radix.Description>
            {undo !== undefined && (
              <Radix.Action className={styles['action']} altText={t.common.undo} onClick={undo}>
                {t.common.undo}
              </Radix.Action>
            )}
            <Radix.Close className={styles['close']} aria-label={t.common.close}>
              <X size={15} aria-hidden />
            </Radix.Close>
          </Radix.Root>
        ))}
        <Radix.Viewport className={styles['viewport']} label={t.common.notifications} />
      </Radix.Provider>
    </ToastContext>
  );
}
