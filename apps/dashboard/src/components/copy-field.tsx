import { Check, Copy } from 'lucide-react';
import { useEffect, useState } from 'react';

import { useMessages } from '../messages/messages-context.ts';
import styles from './copy-field.module.css';

const shownMs = 2_000;

/** A text to take elsewhere: an address, a secret. */
export function CopyField({ label, text }: { readonly label: string; readonly text: string }) {
  const t = useMessages();
  const [isCopied, setCopied] = useState(false);
  useEffect(() => {
    if (!isCopied) return;
    const timer = setTimeout(() => setCopied(false), shownMs);
    return () => clearTimeout(timer);
  }, [isCopied]);
  const copy = async () => {
    await navigator.clipboard.writeText(text);
    setCopied(true);
  };
  return (
    <div className={styles['copy']}>
      <span className={styles['label']}>{label}</span>
      <div className={styles['row']}>
        <code className={styles['text']} tabIndex={0} aria-label={label}>
          {text}
        </code>
        <button
          type="button"
          className={styles['button']}
          onClick={() => void copy()}
          aria-label={t.common.copyWhat(label)}
        >
          {isCopied ? <Check size={15} aria-hidden /> : <Copy size={15} aria-hidden />}
          <span aria-live="polite">{isCopied ? t.common.copied : t.common.copy}</span>
        </button>
      </div>
    </div>
  );
}
