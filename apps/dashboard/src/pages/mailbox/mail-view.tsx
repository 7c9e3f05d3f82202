import { Monitor, Smartphone } from 'lucide-react';
import { useState } from 'react';

import { Choice } from '../../components/choice.tsx';
import { MailFrame } from '../../components/mail-frame.tsx';
import { useMessages } from '../../messages/messages-context.ts';
import styles from './mailbox.module.css';

export interface MailViewProps {
  readonly subject: string;
  readonly html: string;
  readonly text: string;
}

/** A mail as its recipient sees it: on a phone or a wide screen, or as the text part says it. */
export function MailView({ subject, html, text }: MailViewProps) {
  const t = useMessages();
  const [part, setPart] = useState<'html' | 'text'>('html');
  const [width, setWidth] = useState<'phone' | 'desktop'>('desktop');
  return (
    <>
      <div className={styles['bar']}>
        <Choice
          label={t.mailbox.part}
          value={part}
          onChange={setPart}
          options={[
            { value: 'html', label: t.mailbox.htmlPart },
            { value: 'text', label: t.mailbox.textPart },
          ]}
        />
        {part === 'html' && (
          <Choice
            label={t.mailbox.width}
            value={width}
            onChange={setWidth}
            options={[
              { value: 'desktop', label: t.mailbox.desktop, icon: <Monitor size={15} aria-hidden /> },
              { value: 'phone', label: t.mailbox.phone, icon: <Smartphone size={15} aria-hidden /> },
            ]}
          />
        )}
      </div>
      {part === 'html' ? (
        <MailFrame title={t.mailbox.previewOf(subject)} html={html} width={width} />
      ) : (
        <pre className={styles['text']}>{text}</pre>
      )}
    </>
  );
}
